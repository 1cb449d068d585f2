// All of it is in the header, to be inlined into Swift's loops; a target needs a source.
#include "PrefetchShim.h"
