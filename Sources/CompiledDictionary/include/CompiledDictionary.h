#pragma once
#include <stddef.h>

/// The first byte of the compiled dictionary, page-aligned so that the system maps it on demand; valid for ever.
const void *_Nonnull wenmai_dictionary_bytes(void);

/// The size of the compiled dictionary in bytes.
size_t wenmai_dictionary_size(void);
