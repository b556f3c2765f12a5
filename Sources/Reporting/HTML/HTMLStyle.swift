/// The look of a page: light and dark as the reader's system asks, on a phone and on a wide screen, and on paper.
///
/// Severities and verdicts are words as well as colours; the pairs of colours have a contrast of at least 4.5 to 1.
enum HTMLStyle {
    static let text: StaticString = """

        :root {
          --ground: #f6f7f9; --card: #ffffff; --text: #1f2328; --dim: #59636e; --line: #d1d9e0; --code: #f3f4f6;
          --link: #0a58b8; --mark: #ffe3a3; --mark-text: #1f2328;
          --error: #b42318; --warning: #8a5a00; --note: #3a5a92; --good: #1a6f56;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ground: #0e1116; --card: #15191f; --text: #e6e9ed; --dim: #9aa4b0; --line: #323a45; --code: #0e1116;
            --link: #7db4ff; --mark: #5c4510; --mark-text: #fff3d6;
            --error: #ff8a7a; --warning: #e6b450; --note: #8fb4f5; --good: #56cfa5;
          }
        }
        * { box-sizing: border-box; }
        body {
          margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 66rem; background: var(--ground); color: var(--text);
          font: 1rem/1.5 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif;
          overflow-wrap: break-word;
        }
        h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .25rem; }
        h2 { font-size: 1.2rem; margin: 2rem 0 .75rem; }
        h3 { font-size: 1.05rem; line-height: 1.4; margin: 0; }
        h4 { font-size: .95rem; margin: 1rem 0 .25rem; }
        p { margin: .4rem 0; }
        a { color: var(--link); }
        code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
        code { font-size: .9em; overflow-wrap: anywhere; }
        pre { margin: .5rem 0; padding: .6rem .75rem; overflow-x: auto; background: var(--code); font-size: .875rem;
          border: 1px solid var(--line); border-radius: 6px; line-height: 1.45; tab-size: 4; }
        pre code { font-size: inherit; overflow-wrap: normal; }
        ul, ol { padding-left: 1.3rem; margin: .4rem 0; }
        :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
        .skip { position: absolute; left: -100vw; }
        .skip:focus { left: 1rem; top: .5rem; background: var(--card); padding: .25rem .5rem; }
        .facts, .dim { color: var(--dim); }
        .dim { font-size: .875rem; }

        .totals { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; padding: 0; margin: 1rem 0; }
        .totals li { background: var(--card); border: 1px solid var(--line); border-radius: 6px;
          padding: .35rem .75rem; color: var(--dim); }
        .totals strong { font-size: 1.15rem; color: var(--text); }
        .totals .error strong { color: var(--error); }
        .totals .warning strong { color: var(--warning); }
        .totals .note strong { color: var(--note); }

        #controls { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .5rem .75rem;
          align-items: end; padding: .75rem; background: var(--card); border: 1px solid var(--line);
          border-radius: 6px; font-size: .875rem; }
        #controls[hidden] { display: none; }
        #controls label { display: grid; gap: .15rem; color: var(--dim); }
        #controls select, #controls input, #controls button { font: inherit; color: var(--text);
          background: var(--ground); border: 1px solid var(--line); border-radius: 4px; padding: .3rem .4rem;
          min-width: 0; max-width: 14rem; height: 2.1rem; }
        #controls button { cursor: pointer; padding-inline: .8rem; }
        #controls output { flex-basis: 100%; color: var(--dim); }

        .findings { list-style: none; padding: 0; margin: 0; }
        .finding, .rules article { background: var(--card); border: 1px solid var(--line); border-radius: 6px;
          padding: .9rem 1rem; margin: 0 0 1rem; scroll-margin-top: 8rem; }
        .finding { border-left: 4px solid var(--note); }
        .finding.error { border-left-color: var(--error); }
        .finding.warning { border-left-color: var(--warning); }
        .finding:target { outline: 2px solid var(--link); }
        .findings > li { content-visibility: auto; contain-intrinsic-size: auto 24rem; }
        .place { font-size: .875rem; display: flex; flex-wrap: wrap; gap: .15rem .75rem; align-items: baseline; }
        .place a { overflow-wrap: anywhere; }
        .badge { display: inline-block; border: 1px solid currentColor; border-radius: 4px; padding: 0 .4rem;
          font-size: .8rem; font-weight: 600; color: var(--dim); }
        .badge.error, .badge.confirmed { color: var(--error); }
        .badge.warning { color: var(--warning); }
        .badge.note { color: var(--note); }
        .badge.not-reproduced { color: var(--good); }

        .excerpt { padding: .4rem 0; }
        .excerpt code { display: block; width: max-content; min-width: 100%; }
        .line { display: block; padding: 0 .75rem 0 0; }
        .line::before { content: attr(data-line); display: inline-block; width: 3.5rem; padding-right: .9rem;
          text-align: right; color: var(--dim); user-select: none; }
        .flagged { background: color-mix(in srgb, var(--mark) 30%, transparent); }
        mark { background: var(--mark); color: var(--mark-text); border-radius: 2px; }

        .path { list-style: decimal; }
        .simulation ul { list-style: disc; }
        .simulation { border-top: 1px solid var(--line); margin-top: 1rem; }
        table { border-collapse: collapse; font-size: .9rem; margin: .5rem 0; }
        th, td { text-align: left; padding: .2rem 1.5rem .2rem 0; border-bottom: 1px solid var(--line); }
        th { color: var(--dim); font-weight: 500; }
        td { font-variant-numeric: tabular-nums; }
        summary { cursor: pointer; color: var(--dim); }
        .drawing { overflow-x: auto; margin: .5rem 0; border: 1px solid var(--line); border-radius: 6px; }
        .drawing svg { display: block; min-width: 44rem; width: 100%; height: auto; }
        .problems { border-left: 4px solid var(--error); padding-left: 1rem; margin: 0 0 1.5rem; }
        .problems h2 { margin: 0; }

        @media (max-width: 36rem) {
          body { padding: 1rem .6rem 3rem; }
          .finding, .rules article { padding: .75rem .7rem; }
          #controls { position: static; display: grid; grid-template-columns: 1fr 1fr; }
          #controls select, #controls input { max-width: none; width: 100%; }
          #controls output { grid-column: 1 / -1; }
          .line::before { width: 2.6rem; padding-right: .6rem; }
        }
        @media print {
          body { max-width: none; background: none; }
          #controls, .skip { display: none; }
          .finding { break-inside: avoid; }
        }

        """
}
