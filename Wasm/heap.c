// Memory for a module that lives long: what is freed is used again. Constant time,
// after Masmano, Ripoll, Crespo and Real, "TLSF: a new dynamic memory allocator for
// real-time systems" (2004): free blocks stand in lists by size, and one that is
// freed joins its neighbours.
//
// A block is eight bytes of header and the caller's bytes, which begin at a
// multiple of 16; sizes count the header and are multiples of 16. The heap ends
// with a header of a used block of size 0.
#include <stdint.h>
#include <stddef.h>

typedef struct {
  uint32_t before;  // the size of the block before, 0 for the first
  uint32_t size;    // of this one, plus 1 when it is in use
} header;
typedef struct {
  header head;
  uint32_t next, previous;  // of its list, as places; 0 for none
} free_block;

// The host says where the heap begins and how to make it longer: so many bytes
// more, or 0 when there are none. Places are counted from `heap_base`.
static char *heap_base;
static uint32_t heap_end;  // the place of the last header; 0 before the first call
static uint32_t heap_grow(uint32_t least);

enum { unit = 16, parts = 8, groups = 32 };
static uint32_t lists[groups][parts], filled_groups;
static uint8_t filled_parts[groups];

static header *at(uint32_t place) { return (header *)(heap_base + place); }
static free_block *free_at(uint32_t place) { return (free_block *)(heap_base + place); }
static uint32_t size_of(uint32_t place) { return at(place)->size & ~1u; }
static int is_used(uint32_t place) { return at(place)->size & 1; }

// Sizes below 128 have lists of their own; from there each power of two has eight.
static void list_of(uint32_t size, uint32_t *group, uint32_t *part) {
  if (size < unit * parts) {
    *group = 0;
    *part = size / unit;
  } else {
    uint32_t power = 31 - (uint32_t)__builtin_clz(size);
    *group = power - 6;
    *part = (size >> (power - 3)) & (parts - 1);
  }
}

static void add(uint32_t place) {
  uint32_t group, part;
  list_of(size_of(place), &group, &part);
  free_block *block = free_at(place);
  block->previous = 0;
  block->next = lists[group][part];
  if (block->next) free_at(block->next)->previous = place;
  lists[group][part] = place;
  filled_groups |= 1u << group;
  filled_parts[group] |= (uint8_t)(1u << part);
}

static void take_out(uint32_t place) {
  uint32_t group, part;
  list_of(size_of(place), &group, &part);
  free_block *block = free_at(place);
  if (block->next) free_at(block->next)->previous = block->previous;
  if (block->previous) {
    free_at(block->previous)->next = block->next;
    return;
  }
  lists[group][part] = block->next;
  if (block->next) return;
  filled_parts[group] &= (uint8_t)~(1u << part);
  if (!filled_parts[group]) filled_groups &= ~(1u << group);
}

// Writes the size of a block, at both of its ends.
static void set(uint32_t place, uint32_t size, uint32_t used) {
  at(place)->size = size | used;
  at(place + size)->before = size;
}

// The place of a free block of at least that size, out of its list; 0 when there is none.
static uint32_t find(uint32_t size) {
  // In the list of the next greater sizes every block is large enough.
  uint32_t wanted = size, group, part;
  if (size >= unit * parts) wanted += (1u << (28 - __builtin_clz(size))) - 1;
  if (wanted < size) return 0;
  list_of(wanted, &group, &part);
  uint32_t found = filled_parts[group] & (0xFFu << part);
  if (!found) {
    uint32_t greater = group + 1 < groups ? filled_groups & (~0u << (group + 1)) : 0;
    if (!greater) return 0;
    group = (uint32_t)__builtin_ctz(greater);
    found = filled_parts[group];
  }
  uint32_t place = lists[group][__builtin_ctz(found)];
  take_out(place);
  return place;
}

// Makes a free block of what is between two places, joined with free neighbours.
static void release(uint32_t place, uint32_t size) {
  uint32_t next = place + size;
  if (!is_used(next)) {
    take_out(next);
    size += size_of(next);
  }
  uint32_t before = at(place)->before;
  if (before && !is_used(place - before)) {
    take_out(place - before);
    place -= before;
    size += before;
  }
  set(place, size, 0);
  add(place);
}

// Appends at least so many bytes to the heap; false when there are no more.
static int lengthen(uint32_t least) {
  if (heap_end == 0) {
    // The first header stands eight bytes before a multiple of 16, and no block at place 0.
    uint32_t have = heap_grow(least + 2 * unit);
    if (have < least + 2 * unit) return 0;
    heap_end = unit / 2;
    at(heap_end)->before = 0;
    at(heap_end)->size = 1;
    least = (have - unit) & ~(uint32_t)(unit - 1);
  } else {
    uint32_t have = heap_grow(least);
    if (have < least) return 0;
    least = have & ~(uint32_t)(unit - 1);
  }
  uint32_t place = heap_end;
  heap_end += least;
  at(heap_end)->size = 1;
  at(heap_end)->before = least;
  release(place, least);
  return 1;
}

static void *allocate(size_t alignment, size_t wanted) {
  if (alignment < unit) alignment = unit;
  if (wanted > 0xFFFF0000u || alignment > 0x10000000u) return 0;
  uint32_t size = ((uint32_t)wanted + (uint32_t)sizeof(header) + unit - 1) & ~(uint32_t)(unit - 1);
  uint32_t room = alignment == unit ? size : size + (uint32_t)alignment;
  if (room < size) return 0;
  uint32_t place = find(room);
  if (!place) {
    // What `find` asks for may be a little more than the room.
    if (room > 0xE0000000u || !lengthen(room + room / parts + unit)) return 0;
    place = find(room);
    if (!place) return 0;
  }
  uint32_t all = size_of(place);
  uintptr_t bytes = (uintptr_t)(heap_base + place + sizeof(header));
  uint32_t lead = (uint32_t)(-bytes & (alignment - 1));
  if (lead) {
    set(place, lead, 0);
    add(place);
    place += lead;
    all -= lead;
  }
  uint32_t rest = all - size;
  set(place, size, 1);
  if (rest) {
    set(place + size, rest, 1);
    release(place + size, rest);
  }
  return heap_base + place + sizeof(header);
}

static void deallocate(void *bytes) {
  if (!bytes) return;
  uint32_t place = (uint32_t)((char *)bytes - heap_base - (ptrdiff_t)sizeof(header));
  release(place, size_of(place));
}
