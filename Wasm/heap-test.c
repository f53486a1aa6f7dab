// Tries the allocator on random requests: every block is where it may be, keeps what is
// written into it, and in the end all of them have become one again. Returns 0, or the
// line of what went wrong. Native, `main` runs it; in WebAssembly, the caller does.
#include "heap.c"

#include "wide.c"

enum { room = 24 << 20, most = 4096 };
static uint32_t granted;

#ifdef __wasm__
static _Alignas(16) char arena[room];
static void *memory(void) { return arena; }
#else
#include <stdio.h>
#include <stdlib.h>
static void *memory(void) {
  static void *arena;
  if (!arena && !(arena = aligned_alloc(16, room))) abort();
  return arena;
}
#endif

// Gives as much as is asked for and now and then some odd bytes more.
static uint32_t heap_grow(uint32_t least) {
  heap_base = memory();
  if (least > room - granted) return 0;
  uint32_t more = least + least % 7 * 13;
  if (more > room - granted) more = least;
  // Only the end of the heap may be odd, so what was granted is counted as it is used.
  more &= ~15u;
  granted += more;
  return more;
}

static uint64_t state;
static uint32_t random_below(uint32_t bound) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (uint32_t)((state >> 32) * bound >> 32);
}

#define MUST(what) \
  do { \
    if (!(what)) return __LINE__; \
  } while (0)

// Walks through all blocks: sizes agree at both ends, and no two free ones touch.
static int check_heap(void) {
  uint32_t place = unit / 2, before = 0, was_free = 0, free_count = 0;
  while (place < heap_end) {
    MUST(at(place)->before == before);
    uint32_t size = size_of(place);
    MUST(size >= unit && size % unit == 0 && size <= heap_end - place);
    if (!is_used(place)) {
      MUST(!was_free);
      free_count++;
    }
    was_free = !is_used(place);
    before = size;
    place += size;
  }
  MUST(place == heap_end && at(place)->before == before && size_of(place) == 0 && is_used(place));
  uint32_t listed = 0;
  for (uint32_t group = 0; group < groups; group++) {
    MUST(!filled_parts[group] == !(filled_groups >> group & 1));
    for (uint32_t part = 0; part < parts; part++) {
      MUST(!lists[group][part] == !(filled_parts[group] >> part & 1));
      for (uint32_t one = lists[group][part]; one; one = free_at(one)->next) {
        uint32_t its_group, its_part;
        list_of(size_of(one), &its_group, &its_part);
        MUST(its_group == group && its_part == part && !is_used(one));
        listed++;
      }
    }
  }
  MUST(listed == free_count);
  return 0;
}

static int check_wide(void) {
  wide a = {0}, b = {0}, rest;
  for (int i = 0; i < 20000; i++) {
    word words[4];
    for (int j = 0; j < 4; j++) {
      words[j] = (word)random_below(0xFFFFFFFFu) << 32 | random_below(0xFFFFFFFFu);
      words[j] = random_below(8) ? words[j] >> random_below(64) : random_below(2) ? 0 : ~0ull;
    }
    a.part.low = words[0], a.part.high = words[1], b.part.low = words[2], b.part.high = words[3];
    if (!b.natural) continue;
    // What a quotient is: less than a divisor is left over of the sum.
    wide quotient = divided(a, b, &rest);
    wide product = {.whole = __multi3(quotient.whole, b.whole)};
    wide sum = {.natural = product.natural + rest.natural};
    MUST(rest.natural < b.natural && sum.natural == a.natural && product.natural <= a.natural);
    MUST(__udivti3(a.natural, b.natural) == quotient.natural && __umodti3(a.natural, b.natural) == rest.natural);
    int count = (int)random_below(128);
    wide power = {.whole = __ashlti3(1, count)}, shifted = {.whole = __ashlti3(a.whole, count)};
    wide multiplied = {.whole = __multi3(a.whole, power.whole)};
    MUST(shifted.natural == multiplied.natural);
    wide down = {.whole = __lshrti3(a.whole, count)};
    MUST(down.natural == divided(a, power, &rest).natural);
  }
  return 0;
}

int test(uint32_t seed) {
  static unsigned char *blocks[most];
  static uint32_t sizes[most];
  static unsigned char marks[most];
  state = 0x9E3779B97F4A7C15ull ^ ((uint64_t)seed << 20);
  uint32_t refused = 0;
  int fault;
  for (uint32_t step = 0; step < 200000; step++) {
    uint32_t index = random_below(most);
    if (blocks[index]) {
      for (uint32_t i = 0; i < sizes[index]; i++) MUST(blocks[index][i] == marks[index]);
      deallocate(blocks[index]);
      blocks[index] = 0;
    } else {
      // Mostly small, sometimes large, now and then too large for anybody.
      uint32_t kind = random_below(100);
      uint32_t size = kind < 70   ? random_below(200)
                      : kind < 95 ? random_below(8000)
                      : kind < 99 ? random_below(400000)
                                  : random_below(0xFFFFFFFFu);
      size_t alignment = kind % 9 ? 16 : (size_t)1 << random_below(13);
      unsigned char *bytes = allocate(alignment, size);
      if (!bytes) {
        refused++;
        continue;
      }
      MUST((uintptr_t)bytes % alignment == 0 && (uintptr_t)bytes % 16 == 0);
      MUST(bytes >= (unsigned char *)memory() && bytes + size <= (unsigned char *)memory() + room);
      blocks[index] = bytes;
      sizes[index] = size;
      marks[index] = (unsigned char)random_below(256);
      for (uint32_t i = 0; i < size; i++) bytes[i] = marks[index];
    }
    if (step % 997 == 0 && (fault = check_heap())) return fault;
  }
  MUST(refused > 0);
  for (uint32_t index = 0; index < most; index++) {
    for (uint32_t i = 0; blocks[index] && i < sizes[index]; i++) MUST(blocks[index][i] == marks[index]);
    deallocate(blocks[index]);
    blocks[index] = 0;
  }
  if ((fault = check_heap())) return fault;
  // All of it is one block again, and can be had at once.
  MUST(size_of(unit / 2) == heap_end - unit / 2 && !is_used(unit / 2));
  MUST(allocate(16, 0xFFFFFFFFu) == 0 && allocate(16, (size_t)-1) == 0);
  void *all = allocate(16, (heap_end - unit / 2) / parts * (parts - 1));
  MUST(all);
  deallocate(all);
  return check_wide();
}

#ifndef __wasm__
int main(void) {
  for (uint32_t seed = 1; seed <= 4; seed++) {
    int line = test(seed);
    if (line) {
      fprintf(stderr, "error: seed %u fails in line %d\n", seed, line);
      return 1;
    }
  }
  return 0;
}
#endif
