// What Embedded Swift expects of a C library, on the module's own linear memory.
#include "heap.c"

extern unsigned char __heap_base;
enum { page = 65536 };

static uint32_t heap_grow(uint32_t least) {
  size_t have = __builtin_wasm_memory_size(0);
  if (!heap_base) {
    // What the linker's memory has left over, and more behind it.
    heap_base = (char *)(((uintptr_t)&__heap_base + unit - 1) & ~(uintptr_t)(unit - 1));
    uint32_t left = (uint32_t)(have * page - (uintptr_t)heap_base);
    if (left >= least) return left;
    size_t pages = (least - left + page - 1) / page;
    if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1) {
      heap_base = 0;
      return 0;
    }
    return left + (uint32_t)(pages * page);
  }
  // A megabyte at least, so that a heap that grows does so seldom.
  size_t pages = (least + page - 1) / page, usual = 16;
  if (pages < usual && __builtin_wasm_memory_grow(0, usual) != (size_t)-1) return usual * page;
  if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1) return 0;
  return (uint32_t)(pages * page);
}

int posix_memalign(void **place, size_t alignment, size_t size) {
  void *bytes = allocate(alignment, size);
  if (!bytes) return 12;
  *place = bytes;
  return 0;
}
void free(void *bytes) { deallocate(bytes); }

// Instructions of WebAssembly.
void *memcpy(void *to, const void *from, size_t count) { return __builtin_memcpy(to, from, count); }
void *memmove(void *to, const void *from, size_t count) { return __builtin_memmove(to, from, count); }
void *memset(void *to, int value, size_t count) { return __builtin_memset(to, value, count); }

int memcmp(const void *left, const void *right, size_t count) {
  const unsigned char *a = left, *b = right;
  for (size_t i = 0; i < count; i++)
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  return 0;
}

// To the nearest whole number, halves away from zero.
double round(double value) {
  double whole = __builtin_trunc(value);
  return __builtin_fabs(value - whole) >= 0.5 ? whole + __builtin_copysign(1, value) : whole;
}

#include "wide.c"

// Hashing is seeded with this; a fixed seed makes every run the same.
void arc4random_buf(void *to, size_t count) { memset(to, 42, count); }
size_t __stack_chk_guard = 0x5eed;
void __stack_chk_fail(void) { __builtin_trap(); }
