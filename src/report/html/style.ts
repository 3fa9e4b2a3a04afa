/** The page's own style sheet: system fonts, no request to any network. */
export const STYLE = `
:root{--ink:#1c2733;--soft:#526070;--line:#d5dde5;--paper:#fff;--wash:#f5f8fa;--accent:#14557f;--mark:#ffe58a}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic","Helvetica Neue",Arial,sans-serif}
a{color:var(--accent)}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid #e08a00;outline-offset:2px;border-radius:2px}
.skip{position:absolute;inset-inline-start:1rem;top:-9rem;background:#fff;padding:.6rem 1rem;z-index:9}
.skip:focus{top:.5rem}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
header,main,footer{padding-inline:clamp(1rem,4vw,3.5rem);max-width:110rem;margin-inline:auto}
.band{background:#103e5c;color:#fff}
header{padding-block:2.2rem 1.6rem}
h1{font-size:clamp(1.5rem,3vw,2.1rem);line-height:1.2;margin:0 0 .4rem;font-weight:650}
.sub{margin:0 0 1.3rem;color:#d6e6f1;max-width:52rem}
.info{display:flex;flex-wrap:wrap;gap:.3rem 2rem;margin:0;font-size:.86rem}
.info div{display:flex;gap:.5rem}.info dt{color:#b9d3e4}.info dd{margin:0}
nav{border-bottom:1px solid var(--line);background:var(--wash)}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.6rem;list-style:none;margin:0 auto;max-width:110rem;padding:.7rem clamp(1rem,4vw,3.5rem)}
nav a{text-decoration:none;font-weight:550;font-size:.95rem}nav a:hover{text-decoration:underline}
main>section{margin-block:2.6rem}
h2{font-size:1.4rem;margin:0 0 1rem;font-weight:650}
h3{font-size:1.15rem;margin:2.2rem 0 .8rem;padding-bottom:.3rem;border-bottom:2px solid var(--line)}
h4{font-size:1rem;margin:0 0 .2rem;font-weight:650}
p{max-width:60rem}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.2rem,1fr));gap:.8rem;margin:0 0 1.6rem;padding:0}
.cards div{border:1px solid var(--line);border-radius:6px;padding:.7rem .9rem;background:var(--wash);display:flex;flex-direction:column-reverse;justify-content:flex-end}
.cards dt{font-size:.85rem;color:var(--soft);line-height:1.3}
.cards dd{margin:0;font-size:1.6rem;font-weight:650;line-height:1.3;font-variant-numeric:tabular-nums}
.wrap{position:relative;overflow:auto;max-height:88vh;border:1px solid var(--line);border-radius:6px}
table{border-collapse:separate;border-spacing:0;font-size:.9rem;font-variant-numeric:tabular-nums}
.list{width:100%}.fit{width:fit-content;max-width:100%}
caption{text-align:start;padding:.55rem .75rem;color:var(--soft);font-size:.86rem}
.matrix caption{position:sticky;inset-inline-start:0}
th,td{padding:.4rem .7rem;border-bottom:1px solid var(--line);text-align:start;vertical-align:top}
thead th{background:#e9f0f5;font-weight:600;position:sticky;top:0;z-index:2}
tbody th{font-weight:600;background:#fff}
tbody tr:last-child>*{border-bottom:0}
.n{text-align:end}
small,.meta,.why,.ctx,.sum{font-size:.84rem;color:var(--soft)}
th small{display:block;font-weight:400}
.matrix th[scope=row],.matrix thead th:first-child{position:sticky;inset-inline-start:0;z-index:1;border-inline-end:1px solid var(--line);min-width:9.6rem;max-width:19rem;vertical-align:middle}
.matrix thead th:first-child{z-index:3;vertical-align:bottom}
.matrix .name{display:-webkit-box;-webkit-line-clamp:3;-webkit-box-orient:vertical;overflow:hidden}
.matrix thead th+th{padding:.5rem .2rem;text-align:center;vertical-align:bottom;min-width:2.1rem}
.matrix thead span{writing-mode:vertical-rl;white-space:nowrap;font-weight:450;font-size:.82rem;display:inline-block;max-height:16rem;overflow:hidden;text-overflow:ellipsis}
html[dir=ltr] .matrix thead span{transform:rotate(180deg)}
.matrix thead b{display:block;margin-top:.35rem}
.matrix td{padding:0;text-align:center;vertical-align:middle;border-inline-end:1px solid #e8edf2;height:2.35rem;min-width:2.1rem;direction:ltr}
.matrix td a{display:flex;align-items:center;justify-content:center;width:100%;min-height:2.35rem;color:inherit;text-decoration:none}
.matrix td a:hover,.matrix td a:focus-visible{outline:2px solid #e08a00;outline-offset:-2px}
.matrix tfoot>*{background:#e9f0f5;border-bottom:0;position:sticky;bottom:0;z-index:1}
.matrix tfoot th{z-index:3}
.h1{background:#e4eff7}.h2{background:#bfd9eb}.h3{background:#86b8da}.h4{background:#2c71a3;color:#fff}.h5{background:#103e5c;color:#fff}
.mentioned{background:#fdf3d3;color:#5c4400}.missing{background:#fbe3df;color:#8a1f11}
.unread{background:repeating-linear-gradient(135deg,#eceff2 0 4px,#fafbfc 4px 8px);color:#3d4854}
.silent,.unasked{color:#66727f}.unasked{background:#f1f3f5}.unanswered{background:#ece8f6;color:#463a6b}
.legend{display:flex;flex-wrap:wrap;gap:.5rem 1.4rem;margin:0 0 .9rem;padding:0;list-style:none;font-size:.86rem}
.legend li{display:flex;align-items:center;gap:.45rem}
.key{display:inline-flex;align-items:center;justify-content:center;min-width:1.9rem;height:1.55rem;border:1px solid var(--line);border-radius:3px;font-variant-numeric:tabular-nums;direction:ltr}
.keys{display:inline-flex}.keys .key{border-radius:0;min-width:1.5rem;border-inline-start-width:0}.keys .key:first-child{border-inline-start-width:1px}
.chips{display:flex;flex-wrap:wrap;gap:.25rem .3rem;margin:0;padding:0;list-style:none}
.chips>li{border:1px solid var(--line);border-radius:3px;padding:0 .45em;font-size:.92em;background:#fff}
.chips .mentioned{background:#fdf3d3}.chips .missing{background:#fbe3df}.chips a{color:inherit}
.gaps{margin-bottom:1.4rem}.gaps td{min-width:11rem}
.cell{margin:0 0 1.5rem;padding:.8rem 1rem;border:1px solid var(--line);border-radius:6px;background:var(--wash)}
.cell:target{border-color:var(--accent);box-shadow:0 0 0 2px var(--accent)}
.sum{margin:0 0 .6rem}
.st{list-style:none;margin:0;padding:0;display:grid;gap:.6rem}
.st>li{background:#fff;border:1px solid var(--line);border-radius:4px;padding:.6rem .8rem;overflow-wrap:anywhere}
.meta,.why,.ctx{margin:0;max-width:none}
.meta{display:flex;flex-wrap:wrap;gap:.15rem .8rem}
blockquote{margin:.3rem 0;max-width:62rem;white-space:pre-line}
mark{background:var(--mark);color:inherit;padding:0 .1em;border-radius:2px;box-shadow:inset 0 -2px #c58a00}
.tag{border:1px solid currentColor;border-radius:3px;padding:0 .35rem;font-size:.8rem}
.t1{color:#14557f}.t2{color:#5c4400}.t0{color:#8a1f11}
.back{font-size:.84rem}
code,.mono{font-family:ui-monospace,"Cascadia Mono",Menlo,Consolas,"Noto Sans Mono",monospace;font-size:.92em;overflow-wrap:anywhere}
.error{color:#8a1f11;font-weight:600}.warning{color:#6b4a00;font-weight:600}
footer{padding-block:1.5rem 3rem;color:var(--soft);font-size:.86rem;border-top:1px solid var(--line);margin-top:3rem}
@media (max-width:40rem){.list tbody th{min-width:9rem}.matrix th[scope=row],.matrix thead th:first-child{min-width:6.5rem;max-width:8.5rem}th,td{padding:.35rem .5rem}}
@page{size:A4;margin:14mm 12mm}
@page wide{size:A4 landscape;margin:10mm}
@media print{
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{font-size:9.5pt;line-height:1.4}nav,.skip,.back{display:none}header,main,footer{padding-inline:0;max-width:none}
.band header{padding:6mm}main>section{margin-block:6mm}footer{margin-top:6mm}
.wide{page:wide}#objectives,#themes,#gaps{break-before:page;margin-block:0}.wrap{overflow:visible;max-height:none;border:0}.fit{width:100%}
thead th,.matrix th[scope=row],.matrix thead th:first-child,.matrix tfoot>*,.matrix caption{position:static}
th,td{padding:.15rem .4rem}caption{padding:.2rem .4rem}tfoot{display:table-row-group}
.cards{gap:.4rem;margin-bottom:4mm}.cards div{padding:.3rem .6rem}.cards dd{font-size:1.2rem}
.wide table{font-size:8pt;width:100%}.wide small{font-size:6.8pt}.wide .legend{gap:.3rem 1rem;margin-bottom:1mm}.wide .sum{margin-bottom:1mm}.wide h2{margin-bottom:2mm}
.matrix td,.matrix td a,.matrix thead th+th{min-width:0;height:auto;min-height:7mm}
.matrix th[scope=row],.matrix thead th:first-child{min-width:0;max-width:48mm}
.matrix thead th+th{padding:.2rem 0}.matrix thead span{font-size:7pt;max-height:46mm}
a{color:inherit;text-decoration:none}tr,.st>li,.cards div{break-inside:avoid}h2,h3,h4,.sum{break-after:avoid}
h3{margin-top:4mm}.cell{padding:0;border:0;background:none;margin-bottom:3mm}.st{gap:1.5mm}.st>li{padding:1mm 2mm}
}
`;
