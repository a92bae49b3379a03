package io.github.pg1c.bundle.report;

import io.github.pg1c.bundle.text.Html;

/** The style sheet of the report, for phones, dark mode and paper. */
final class ReportStyle {

    private static final String CSS = """
            :root { color-scheme: light dark; --ink: #1b1f24; --paper: #ffffff; --soft: #f3f5f7; --line: #ccd2d9;
              --accent: #0b5cad; --warn: #a33b00; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e4e8ec; --paper: #14181c; --soft: #1f252b; --line: #3a434c; --accent: #6db3f2;
                --warn: #ff9a5c; }
            }
            body { margin: 0; background: var(--paper); color: var(--ink);
              font: 16px/1.5 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
            main { max-width: 76rem; margin: 0 auto; padding: 1rem; }
            nav { position: sticky; top: 0; background: var(--paper); padding: .5rem 0; border-bottom: 1px solid var(--line); }
            nav a { color: var(--accent); margin-right: .75rem; white-space: nowrap; }
            h2 { margin-top: 2.5rem; border-bottom: 2px solid var(--accent); }
            .wide { overflow-x: auto; margin: .75rem 0; }
            table { border-collapse: collapse; width: 100%; font-size: .9rem; }
            th, td { border: 1px solid var(--line); padding: .3rem .5rem; text-align: left; vertical-align: top; }
            th { background: var(--soft); }
            code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
            td:first-child code { white-space: nowrap; }
            .warn { color: var(--warn); font-weight: 600; }
            .drawing { overflow-x: auto; }
            svg { max-width: 100%; min-width: 34rem; height: auto; }
            svg rect { fill: var(--soft); stroke: var(--accent); stroke-width: 1.5; }
            svg text { fill: var(--ink); font: 13px system-ui, sans-serif; text-anchor: middle; }
            svg .name { font-weight: 700; }
            svg .tier { text-anchor: start; font-style: italic; }
            svg line { stroke: var(--line); stroke-width: 1.5; }
            @media print {
              nav { display: none; }
              body { font-size: 11px; }
              section { break-before: auto; }
              tr, svg { break-inside: avoid; }
              .wide, .drawing { overflow: visible; }
            }
            """;

    private ReportStyle() {}

    /** The style as an element; it has no character that needs escaping in HTML or XML. */
    static Html element() {
        if (CSS.indexOf('<') >= 0 || CSS.indexOf('&') >= 0) {
            throw new IllegalStateException("The style must stand in a page as it is");
        }
        return Html.raw("<style>\n" + CSS + "</style>\n");
    }
}
