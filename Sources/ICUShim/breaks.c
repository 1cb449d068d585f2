#include "ICUShim.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

struct ICUShimBreaks {
  UBreakIterator *iterator;
  UText text;
};

ICUShimBreaks *icushim_breaks_open(int32_t kind, const char *locale, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(kind == 0 ? UBRK_WORD : UBRK_SENTENCE, locale, NULL, 0, &error);
  ICUShimBreaks *breaks = NULL;
  if (U_SUCCESS(error)) {
    breaks = malloc(sizeof *breaks);
    if (breaks == NULL) {
      ubrk_close(iterator);
      error = U_MEMORY_ALLOCATION_ERROR;
    } else {
      breaks->iterator = iterator;
      breaks->text = (UText)UTEXT_INITIALIZER;
    }
  }
  *status = U_SUCCESS(error) ? 0 : error;
  return breaks;
}

void icushim_breaks_close(ICUShimBreaks *breaks) {
  ubrk_close(breaks->iterator);
  utext_close(&breaks->text);
  free(breaks);
}

void icushim_breaks_set_text(ICUShimBreaks *breaks, const char *text, int32_t count, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  // Both calls reuse what they find: the UText its buffer, the iterator its shallow clone of the UText.
  utext_openUTF8(&breaks->text, text, count, &error);
  ubrk_setUText(breaks->iterator, &breaks->text, &error);
  *status = U_SUCCESS(error) ? 0 : error;
}

int32_t icushim_breaks_next(ICUShimBreaks *breaks, int32_t *offsets, int32_t *rules, int32_t capacity) {
  int32_t count = 0;
  while (count < capacity) {
    int32_t offset = ubrk_next(breaks->iterator);
    if (offset == UBRK_DONE) break;
    offsets[count] = offset;
    rules[count] = ubrk_getRuleStatus(breaks->iterator);
    count += 1;
  }
  return count;
}
