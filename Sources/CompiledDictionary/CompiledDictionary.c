#include "CompiledDictionary.h"

// #embed is C23; clang has it in all modes and warns elsewhere.
#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(16384) static const unsigned char dictionary[] = {
#embed "core.bin"
};

const void *wenmai_dictionary_bytes(void) { return dictionary; }

size_t wenmai_dictionary_size(void) { return sizeof dictionary; }
