// What Embedded Swift expects of a C library, for a module that runs once on
// its own linear memory: allocation grows the memory and never frees.
typedef __SIZE_TYPE__ size_t;
extern unsigned char __heap_base;
static size_t top;

int posix_memalign(void **place, size_t alignment, size_t size) {
  if (top == 0) top = (size_t)&__heap_base;
  top = (top + alignment - 1) & ~(alignment - 1);
  size_t have = __builtin_wasm_memory_size(0), want = (top + size + 65535) / 65536;
  if (want > have && __builtin_wasm_memory_grow(0, want - have) == (size_t)-1) return 12;
  *place = (void *)top;
  top += size;
  return 0;
}
void free(void *place) { (void)place; }
void *memcpy(void *to, const void *from, size_t count) {
  for (size_t i = 0; i < count; i++) ((char *)to)[i] = ((const char *)from)[i];
  return to;
}
void *memmove(void *to, const void *from, size_t count) {
  if (to <= from) return memcpy(to, from, count);
  while (count--) ((char *)to)[count] = ((const char *)from)[count];
  return to;
}
void *memset(void *to, int value, size_t count) {
  for (size_t i = 0; i < count; i++) ((char *)to)[i] = (char)value;
  return to;
}
// A product of 128 bits, which the compiler asks for where it checks that one of
// 64 bits does not overflow; from products of 32-bit halves.
typedef unsigned long long word;
typedef union { __int128 whole; struct { word low, high; } part; } wide;
__int128 __multi3(__int128 left, __int128 right) {
  wide a = {left}, b = {right}, result;
  word half = 0xFFFFFFFFu, al = a.part.low & half, ah = a.part.low >> 32, bl = b.part.low & half, bh = b.part.low >> 32;
  word low = al * bl, middle = ah * bl + (low >> 32), other = al * bh + (middle & half);
  result.part.low = (other << 32) | (low & half);
  result.part.high = ah * bh + (middle >> 32) + (other >> 32) + a.part.low * b.part.high + a.part.high * b.part.low;
  return result.whole;
}
// Hashing is seeded with this; a fixed seed makes every run the same.
void arc4random_buf(void *to, size_t count) { memset(to, 42, count); }
size_t __stack_chk_guard = 0x5eed;
void __stack_chk_fail(void) { __builtin_trap(); }
