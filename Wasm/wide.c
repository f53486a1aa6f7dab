// Arithmetic of 128 bits, which the compiler asks for where it checks that a product
// of 64 bits does not overflow, and where it divides one; from numbers of 64 bits.
typedef unsigned long long word;
typedef union {
  __int128 whole;
  unsigned __int128 natural;
  struct {
    word low, high;
  } part;
} wide;

__int128 __multi3(__int128 left, __int128 right) {
  wide a = {left}, b = {right}, result;
  word half = 0xFFFFFFFFu, al = a.part.low & half, ah = a.part.low >> 32, bl = b.part.low & half, bh = b.part.low >> 32;
  word low = al * bl, middle = ah * bl + (low >> 32), other = al * bh + (middle & half);
  result.part.low = (other << 32) | (low & half);
  result.part.high = ah * bh + (middle >> 32) + (other >> 32) + a.part.low * b.part.high + a.part.high * b.part.low;
  return result.whole;
}

__int128 __ashlti3(__int128 value, int count) {
  wide a = {value}, result;
  if (count >= 64) {
    result.part.low = 0;
    result.part.high = a.part.low << (count - 64);
  } else if (count > 0) {
    result.part.low = a.part.low << count;
    result.part.high = a.part.high << count | a.part.low >> (64 - count);
  } else {
    return value;
  }
  return result.whole;
}

__int128 __lshrti3(__int128 value, int count) {
  wide a = {value}, result;
  if (count >= 64) {
    result.part.low = a.part.high >> (count - 64);
    result.part.high = 0;
  } else if (count > 0) {
    result.part.low = a.part.low >> count | a.part.high << (64 - count);
    result.part.high = a.part.high >> count;
  } else {
    return value;
  }
  return result.whole;
}

// Bit by bit: quotient and rest, which has a bit to spare before the last one comes down.
static wide divided(wide a, wide b, wide *rest) {
  wide quotient = {0}, left = {0};
  for (int bit = 127; bit >= 0; bit--) {
    left.part.high = left.part.high << 1 | left.part.low >> 63;
    left.part.low = left.part.low << 1 | (bit >= 64 ? a.part.high >> (bit - 64) & 1 : a.part.low >> bit & 1);
    if (left.part.high > b.part.high || (left.part.high == b.part.high && left.part.low >= b.part.low)) {
      word borrow = left.part.low < b.part.low;
      left.part.low -= b.part.low;
      left.part.high -= b.part.high + borrow;
      if (bit >= 64) quotient.part.high |= 1ull << (bit - 64);
      else quotient.part.low |= 1ull << bit;
    }
  }
  *rest = left;
  return quotient;
}

unsigned __int128 __udivti3(unsigned __int128 left, unsigned __int128 right) {
  wide a = {.natural = left}, b = {.natural = right}, rest;
  return divided(a, b, &rest).natural;
}

unsigned __int128 __umodti3(unsigned __int128 left, unsigned __int128 right) {
  wide a = {.natural = left}, b = {.natural = right}, rest;
  divided(a, b, &rest);
  return rest.natural;
}
