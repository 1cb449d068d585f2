import GRDB

extension MeasurementCondition: CustomStringConvertible {
  /// A condition on a row `m` of `measurements`.
  ///
  /// A subject is a part of the subject or of what is measured of it; where the table does not know the subject, it stands
  /// in the same sentence.
  ///
  /// - Parameter text: what finds the subject in the full text.
  func sql(_ text: TextExpression) -> (String, StatementArguments) {
    var parts: [String] = []
    var arguments = StatementArguments()
    if let unit {
      parts.append("m.unit = ?")
      arguments += [unit]
    }
    if let value {
      // An interval counts where all of it is within the bounds.
      if let lower = value.lower {
        parts.append("coalesce(m.value, m.lower) \(value.includesLower ? ">=" : ">") ?")
        arguments += [lower]
      }
      if let upper = value.upper {
        parts.append("coalesce(m.value, m.upper) \(value.includesUpper ? "<=" : "<") ?")
        arguments += [upper]
      }
    }
    if let subject {
      // Articles without the words have no such sentence: only the others' sentences are read.
      parts.append(
        """
        CASE WHEN m.subject IS NOT NULL THEN instr(m.subject || coalesce(m.thing, ''), ?) > 0
        WHEN m.article NOT IN (SELECT rowid FROM article_text WHERE article_text MATCH ?) THEN 0
        ELSE (
          SELECT instr(substr(CAST(a.body AS BLOB), s.body_start + 1, s.body_end - s.body_start), CAST(? AS BLOB)) > 0
          FROM articles a JOIN sentences s ON s.article = a.id
          WHERE a.id = m.article AND s.body_start <= wenmai_body_offset(a.places, m.start)
          ORDER BY s.body_start DESC LIMIT 1
        ) END
        """)
      // No expression finds nothing, which is no error of FTS5's.
      arguments += [subject, text.expression(.init(text: subject)) ?? "\"\"", subject]
    }
    return (parts.map { "(\($0))" }.joined(separator: " AND "), arguments)
  }

  var description: String {
    [subject, value?.description, unit].compactMap(\.self).joined(separator: " ")
  }
}

extension DateRange {
  /// A condition on a period, or a point where `to` is null; a year stands for all its days.
  func sql(from: String, to: String) -> (String, StatementArguments) {
    var parts: [String] = []
    var arguments = StatementArguments()
    if let lower {
      // 2024 reaches into 2024-03: what begins the other is the same time, told less exactly. The end is exclusive, and
      // without a day its first one is meant.
      parts.append(
        """
        (\(from) >= ? OR coalesce(\(to) || substr('0000-01-01', length(\(to)) + 1), '') > ?
        OR substr(?, 1, length(\(from))) = \(from))
        """)
      arguments += [lower, lower + "0000-01-01".dropFirst(lower.utf8.count), lower]
    }
    if let upper {
      parts.append("substr(\(from), 1, \(upper.utf8.count)) <= ?")
      arguments += [upper]
    }
    return (parts.joined(separator: " AND "), arguments)
  }
}
