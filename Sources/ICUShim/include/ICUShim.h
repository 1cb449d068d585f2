/// The part of ICU that Wenmai uses, under names that no ICU version changes.
///
/// ICU renames every function by version with macros, which Swift does not see, and its enums clash with those of
/// Foundation's own ICU. So this header names no ICU type; `unicode/*.h` is included by the .c files only.
///
/// Conventions: `status` is ICU's `UErrorCode` (0 fine, negative a warning, positive an error) and must be 0 on entry;
/// text is UTF-8 unless it is `uint16_t`, then UTF-16; functions that fill a buffer return the full length, which may
/// exceed the capacity (then `status` is ICU's overflow error and the call is to be repeated with more room).
#pragma once
#include <stdint.h>

// MARK: Errors and version

/// ICU's name of a status, `U_ILLEGAL_ARGUMENT_ERROR`. Static text.
const char *_Nonnull icushim_error_name(int32_t status);
/// ICU's overflow status, with which a buffer is to be enlarged.
int32_t icushim_buffer_overflow(void);
/// Writes the version of the loaded library, `72.1`, into at least 20 bytes.
void icushim_version(char *_Nonnull text);
/// Writes the version of Unicode that the library knows, `15.0`, into at least 20 bytes.
void icushim_unicode_version(char *_Nonnull text);

// MARK: Breaks

/// A break iterator together with the UText through which it reads, both kept between texts.
typedef struct ICUShimBreaks ICUShimBreaks;

/// kind: 0 words, 1 sentences. NULL when `status` is an error.
ICUShimBreaks *_Nullable icushim_breaks_open(int32_t kind, const char *_Nonnull locale, int32_t *_Nonnull status);
void icushim_breaks_close(ICUShimBreaks *_Nonnull breaks);
/// Points the iterator at `count` bytes, which it reads in place: they must outlive every later call but set_text.
void icushim_breaks_set_text(
    ICUShimBreaks *_Nonnull breaks, const char *_Nonnull text, int32_t count, int32_t *_Nonnull status);
/// The next boundaries and their rule statuses, at most `capacity`; returns how many, 0 at the end of the text.
int32_t icushim_breaks_next(
    ICUShimBreaks *_Nonnull breaks, int32_t *_Nonnull offsets, int32_t *_Nonnull rules, int32_t capacity);

// MARK: Characters

/// NFKC of UTF-16 text.
int32_t icushim_nfkc(
    const uint16_t *_Nonnull text, int32_t count, uint16_t *_Nullable result, int32_t capacity,
    int32_t *_Nonnull status);
/// ICU's number of a scalar's script.
int32_t icushim_script(uint32_t scalar);
/// The four letters of a script, `Hani`, or NULL. Static text.
const char *_Nullable icushim_script_name(int32_t script);
/// ICU's number of a scalar's general category, 0 to 29.
int32_t icushim_category(uint32_t scalar);

// MARK: Encodings

/// A charset detector's candidate.
typedef struct {
  char name[32];
  /// 0 to 100.
  int32_t confidence;
} ICUShimCharset;

/// The likeliest encodings of `text`, best first; returns how many were written.
int32_t icushim_detect(
    const char *_Nonnull text, int32_t count, ICUShimCharset *_Nonnull results, int32_t capacity,
    int32_t *_Nonnull status);

typedef struct ICUShimConverter ICUShimConverter;

/// A converter that stops at what it cannot read. NULL when `status` is an error.
ICUShimConverter *_Nullable icushim_converter_open(const char *_Nonnull encoding, int32_t *_Nonnull status);
void icushim_converter_close(ICUShimConverter *_Nonnull converter);
void icushim_converter_reset(ICUShimConverter *_Nonnull converter);
/// Reads `*consumed ..< count` of `text`, advances `*consumed`, and returns the UTF-16 units written.
/// `*invalid` is the number of bytes before `*consumed` that mean nothing (0: none), after which it may be called again.
/// `*full` tells that it stopped because `result` was full.
int32_t icushim_converter_run(
    ICUShimConverter *_Nonnull converter, const char *_Nonnull text, int64_t count, int64_t *_Nonnull consumed,
    uint16_t *_Nonnull result, int32_t capacity, int32_t *_Nonnull invalid, int32_t *_Nonnull full,
    int32_t *_Nonnull status);

// MARK: Names in a locale (UTF-16)

/// The name of an ISO 3166 country.
int32_t icushim_country_name(
    const char *_Nonnull code, const char *_Nonnull locale, uint16_t *_Nonnull result, int32_t capacity,
    int32_t *_Nonnull status);
/// The name of an ISO 4217 currency.
int32_t icushim_currency_name(
    const char *_Nonnull code, const char *_Nonnull locale, uint16_t *_Nonnull result, int32_t capacity,
    int32_t *_Nonnull status);
/// The name of a CLDR unit such as `kilometer`.
int32_t icushim_unit_name(
    const char *_Nonnull unit, const char *_Nonnull locale, uint16_t *_Nonnull result, int32_t capacity,
    int32_t *_Nonnull status);

// MARK: Numbers in words

/// ICU's rules that write numbers in words (RBNF) of one locale.
typedef struct ICUShimSpellout ICUShimSpellout;

/// rules: the name of a set of rules, `%spellout-cardinal-financial`. NULL when `status` is an error.
ICUShimSpellout *_Nullable icushim_spellout_open(
    const char *_Nonnull locale, const char *_Nonnull rules, int32_t *_Nonnull status);
void icushim_spellout_close(ICUShimSpellout *_Nonnull spellout);
/// Writes a decimal number such as `-12.5` in words (UTF-16).
int32_t icushim_spellout_write(
    ICUShimSpellout *_Nonnull spellout, const char *_Nonnull number, uint16_t *_Nonnull result, int32_t capacity,
    int32_t *_Nonnull status);

// MARK: Calendars

/// The year, month, whether it is a leap month, and the day of the month of a day that is so many days from 1970-01-01, in
/// the calendar that the locale names (`zh@calendar=chinese`, `en@calendar=hebrew`). Years as ICU extends them.
void icushim_calendar_day(
    const char *_Nonnull locale, int32_t number, int32_t *_Nonnull fields, int32_t *_Nonnull status);
/// The day as the locale writes it; style: 0 full (with the weekday), 1 long, 2 medium, 3 short.
int32_t icushim_date_text(
    const char *_Nonnull locale, int32_t style, int32_t number, uint16_t *_Nullable result, int32_t capacity,
    int32_t *_Nonnull status);
