/** Style of the description page: system fonts, one column, light and dark. */
export const DOCS_STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --quiet: #57606a; --line: #d0d7de; --ground: #fff; --link: #0b5a94; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e9ec; --quiet: #a2abb5; --line: #39424c; --ground: #14181c; --link: #7cc0f4; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 31px; line-height: 1.2; font-weight: 650; }
h2 { font-size: 25px; font-weight: 650; margin-block: 3rem 0.5rem; }
h3 { font-size: 20px; font-weight: 650; margin-block: 2.5rem 0.25rem; overflow-wrap: anywhere; }
h4 { font-size: 16px; font-weight: 650; margin-block: 1rem 0.25rem; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
code, pre { font: 14px/1.5 ui-monospace, monospace; }
pre { overflow-x: auto; padding: 0.75rem; border: 1px solid var(--line); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { text-align: start; vertical-align: top; padding: 0.35rem 0.75rem 0.35rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--quiet); font-weight: 400; }
.method { color: var(--quiet); }
`;
