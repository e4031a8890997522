/** The page's only style sheet; it follows the viewer's light or dark, and a telephone's width. */
export const STYLE = `
:root{--ink:#1b1f24;--soft:#59636e;--line:#d1d9e0;--ground:#fff;--card:#f6f8fa;--good:#1a7f37;--warn:#9a6700;--bad:#cf222e;--link:#0969da}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9198a1;--line:#3d444d;--ground:#0d1117;--card:#151b23;--good:#3fb950;--warn:#d29922;--bad:#f85149;--link:#4493f8}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1200px;padding:16px;background:var(--ground);color:var(--ink);font:15px/1.45 system-ui,sans-serif;overflow-wrap:anywhere}
a{color:var(--link)}header{display:flex;flex-wrap:wrap;gap:4px 20px;align-items:baseline;justify-content:space-between}
header nav{display:flex;flex-wrap:wrap;gap:14px}h1{font-size:1.25rem;margin:.6em 0}h2{font-size:1.05rem;margin:1.6em 0 .5em}
.sentence{font-size:1.15rem;border-left:5px solid var(--good);background:var(--card);padding:10px 14px;margin:10px 0}
.sentence.act{border-color:var(--bad)}.sentence.stale{border-color:var(--warn)}
.soft,.soft a{color:var(--soft)}code,pre{font:13px/1.4 ui-monospace,monospace;background:var(--card);border-radius:4px}code{padding:1px 4px}pre{padding:10px;overflow:auto}
ul.needs{list-style:none;padding:0}ul.needs li{border:1px solid var(--line);border-left:5px solid var(--bad);padding:8px 12px;margin:6px 0;border-radius:4px}ul.needs li.note{border-left-color:var(--warn)}
.wall{display:grid;grid-template-columns:repeat(auto-fill,minmax(150px,1fr));gap:8px;padding:0;list-style:none}
.tile{display:block;border:1px solid var(--line);border-radius:6px;padding:6px 8px;color:inherit;text-decoration:none;background:var(--card);font-size:13px}
.tile b{display:block;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}.tile svg{display:block;width:100%;height:26px;margin-top:4px}
.bars{fill:var(--link)}.usual{fill:none;stroke:var(--soft);stroke-width:.35}
.failing,.refused,.down{color:var(--bad)}.held,.quiet,.behind{color:var(--warn)}.ok{color:var(--good)}.paused,.disabled,.new{color:var(--soft)}
.flow{display:flex;flex-wrap:wrap;gap:8px;align-items:stretch}.flow div{border:1px solid var(--line);border-radius:6px;padding:6px 10px;background:var(--card);min-width:92px}.flow .broken{border:2px solid var(--bad)}.flow b{display:block;font-size:1.15rem}
table{border-collapse:collapse;width:100%;font-size:14px}th{text-align:left;color:var(--soft);font-weight:500}td,th{padding:4px 8px 4px 0;border-bottom:1px solid var(--line);vertical-align:top}
.scroll{overflow-x:auto}form.inline{display:inline}input,button{font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:4px;padding:3px 9px}button{cursor:pointer}
.days{width:100%;height:90px}ins{background:#1a7f3733;text-decoration:none}del{background:#cf222e33}.facts{display:grid;grid-template-columns:max-content 1fr;gap:2px 14px}.facts dt{color:var(--soft)}.facts dd{margin:0}
@media (max-width:600px){body{padding:10px;font-size:14px}.wall{grid-template-columns:repeat(2,minmax(0,1fr))}.facts{grid-template-columns:1fr}}
`;
