#pragma once

/// Asks for the memory at `address` to be brought near, without waiting for it. Any address is allowed.
static inline __attribute__((always_inline)) void memory_prefetch(const void *_Nonnull address) {
  __builtin_prefetch(address, 0, 3);
}
