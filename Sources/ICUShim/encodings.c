#include "ICUShim.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

int32_t icushim_detect(
    const char *text, int32_t count, ICUShimCharset *results, int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t written = 0;
  UCharsetDetector *detector = ucsdet_open(&error);
  ucsdet_setText(detector, text, count, &error);
  int32_t found = 0;
  const UCharsetMatch **matches = ucsdet_detectAll(detector, &found, &error);
  for (int32_t i = 0; U_SUCCESS(error) && matches != NULL && i < found && written < capacity; i += 1) {
    const char *name = ucsdet_getName(matches[i], &error);
    int32_t confidence = ucsdet_getConfidence(matches[i], &error);
    if (U_FAILURE(error) || name == NULL || strlen(name) >= sizeof results->name) continue;
    strcpy(results[written].name, name);
    results[written].confidence = confidence;
    written += 1;
  }
  ucsdet_close(detector);
  *status = U_SUCCESS(error) ? 0 : error;
  return written;
}

// The opaque type of the header is ICU's own converter.
static UConverter *unwrap(ICUShimConverter *converter) { return (UConverter *)converter; }

ICUShimConverter *icushim_converter_open(const char *encoding, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(encoding, &error);
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
  if (U_FAILURE(error)) {
    ucnv_close(converter);
    converter = NULL;
  }
  *status = U_SUCCESS(error) ? 0 : error;
  return (ICUShimConverter *)converter;
}

void icushim_converter_close(ICUShimConverter *converter) { ucnv_close(unwrap(converter)); }

void icushim_converter_reset(ICUShimConverter *converter) { ucnv_resetToUnicode(unwrap(converter)); }

int32_t icushim_converter_run(
    ICUShimConverter *converter, const char *text, int64_t count, int64_t *consumed, uint16_t *result,
    int32_t capacity, int32_t *invalid, int32_t *full, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  const char *source = text + *consumed;
  UChar *target = (UChar *)result;
  ucnv_toUnicode(unwrap(converter), &target, target + capacity, &source, text + count, NULL, 1, &error);
  *consumed = source - text;
  *invalid = 0;
  *full = error == U_BUFFER_OVERFLOW_ERROR;
  if (error == U_INVALID_CHAR_FOUND || error == U_ILLEGAL_CHAR_FOUND || error == U_TRUNCATED_CHAR_FOUND
      || error == U_ILLEGAL_ESCAPE_SEQUENCE || error == U_UNSUPPORTED_ESCAPE_SEQUENCE) {
    char bytes[32];
    int8_t length = sizeof bytes;
    error = U_ZERO_ERROR;
    ucnv_getInvalidChars(unwrap(converter), bytes, &length, &error);
    *invalid = length;
  } else if (*full) {
    error = U_ZERO_ERROR;
  }
  *status = U_SUCCESS(error) ? 0 : error;
  return (int32_t)(target - (UChar *)result);
}
