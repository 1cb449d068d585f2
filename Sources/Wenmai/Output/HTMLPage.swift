/// The frame of the HTML page: type, colours and layout, with nothing loaded from elsewhere.
enum HTMLPage {
  static let start = """
    <!doctype html>
    <html lang="zh-Hans">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>文脉 Wenmai</title>
    <style>
    \(style)
    </style>
    </head>
    <body>
    <header><h1>文脉</h1><nav>
    """

  static let afterLegend = "</nav></header>\n<main>\n"

  static let end = "</main>\n</body>\n</html>\n"

  /// Serif for the story as newspapers set it, sans serif for what we say about it. Justified between characters, two
  /// characters of indent, a line of 36 characters.
  private static let style = """
    :root { color-scheme: light dark; --paper: #fbfaf7; --sheet: #fff; --ink: #1d1c1a; --soft: #77736b; --line: #e5e1d8;
      --person: #c2362b; --title: #a86a00; --org: #2458b3; --place: #23754a; --quantity: #8338a3; --time: #0b7486;
      --other: #5d5d5d; --wash: 13%; }
    @media (prefers-color-scheme: dark) { :root { --paper: #171614; --sheet: #1f1e1b; --ink: #e9e6df; --soft: #98938a;
      --line: #35332e; --person: #ff8a7e; --title: #e8b25a; --org: #86b1ff; --place: #74cf9e; --quantity: #d59af0;
      --time: #62cbdc; --other: #bbb; --wash: 20%; } }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.9 "Noto Serif CJK SC", "Source Han Serif SC",
      "Songti SC", "STSong", "SimSun", serif; text-rendering: optimizeLegibility; }
    header { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .2rem 1.6rem; align-items: center;
      padding: .7rem max(1.5rem, calc((100% - 70rem) / 2 + 1.5rem)); background: var(--sheet); border-bottom: 1px solid var(--line); }
    header h1 { margin: 0; font-size: 1.25rem; letter-spacing: .2em; }
    nav, aside, .source { font-family: system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
    nav { display: flex; flex-wrap: wrap; gap: .3rem .6rem; font-size: .78rem; line-height: 1.6; }
    .key { --c: var(--other); padding: .05rem .6rem; border-radius: 1rem; color: var(--c);
      background: color-mix(in srgb, var(--c) var(--wash), transparent); }
    .key i { font-style: normal; font-size: .72em; letter-spacing: .05em; opacity: .75; }
    main { max-width: 70rem; margin: 0 auto; padding: 0 1.5rem 4rem; }
    article { display: grid; grid-template-columns: minmax(0, 1fr) 19rem; gap: 3rem; padding: 2.4rem 0 2rem; }
    article + article { border-top: 1px solid var(--line); }
    .story { max-width: 38em; }
    .story p { margin: 0 0 .55em; text-indent: 2em; text-align: justify; text-justify: inter-character;
      line-break: strict; overflow-wrap: anywhere; hanging-punctuation: allow-end; }
    .story h2 { margin: .1em 0 .35em; font-size: 1.75rem; line-height: 1.4; text-wrap: balance; }
    .story h3 { margin: 1.2em 0 .4em; font-size: 1.1rem; }
    .story .source, .story .eyebrow, .story .subtitle, .story .byline, .story .dateline, .story .row, .story .verse,
      .story .caption, .story .item { text-indent: 0; text-align: start; }
    .story .source { color: var(--soft); font-size: .74rem; margin: 0; overflow-wrap: anywhere; }
    .story .eyebrow { font-size: 1.05rem; margin: 0; color: var(--soft); }
    .story .subtitle { font-size: 1.1rem; }
    .story .byline, .story .dateline, .story .caption { color: var(--soft); font-size: .92rem; }
    .story .item { padding-inline-start: 2em; }
    .story .row { white-space: pre-wrap; font-size: .92rem; }
    hr { border: 0; border-top: 1px solid var(--line); }
    mark { --c: var(--other); color: inherit; padding: .08em .06em; border-radius: .2em; cursor: help;
      background: color-mix(in srgb, var(--c) var(--wash), transparent); box-shadow: inset 0 -2px 0 -0.5px var(--c);
      -webkit-box-decoration-break: clone; box-decoration-break: clone; }
    mark:hover, mark:focus { background: color-mix(in srgb, var(--c) 32%, transparent); }
    mark { position: relative; }
    mark:focus-visible { outline: 2px solid var(--c); outline-offset: 1px; }
    mark:hover::after, mark:focus::after { content: attr(aria-description); position: absolute; inset: 100% auto auto 0;
      z-index: 2; padding: .5rem .7rem; border: 1px solid var(--line); border-radius: .4rem; background: var(--sheet);
      color: var(--ink); box-shadow: 0 .3rem 1rem rgb(0 0 0 / 18%); font: .74rem/1.6 system-ui, "Noto Sans CJK SC",
      "PingFang SC", "Microsoft YaHei", sans-serif; text-indent: 0; text-align: start; white-space: pre; pointer-events: none; }
    .person { --c: var(--person); } .title { --c: var(--title); } .org { --c: var(--org); } .place { --c: var(--place); }
    .quantity { --c: var(--quantity); } .time { --c: var(--time); }
    aside { font-size: .82rem; line-height: 1.55; padding-top: 1.6rem; }
    aside h4 { margin: 0 0 .4rem; font-size: .78rem; color: var(--soft); font-weight: 600; letter-spacing: .1em; }
    table { border-collapse: collapse; width: 100%; margin-bottom: 1.8rem; font-variant-numeric: tabular-nums; }
    td { padding: .28rem .6rem .28rem 0; border-top: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
    .t-person { color: var(--person); white-space: nowrap; font-weight: 600; } .t-title { color: var(--title); }
    .t-place { color: var(--place); } .t-verb { white-space: nowrap; }
    .t-org { color: var(--org); } .t-quantity { color: var(--quantity); } .t-time { color: var(--time); }
    .t-value { color: var(--soft); text-align: end; padding-inline-end: 0; }
    @media (max-width: 56rem) { article { grid-template-columns: minmax(0, 1fr); gap: 1rem; } aside { padding: 0; } }
    @media print { header { position: static; } mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
    """
}
