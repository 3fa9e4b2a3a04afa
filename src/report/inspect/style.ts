/** The drawing's own style sheet: system fonts, no request to any network. */
export const INSPECT_STYLE = `
:root{--ink:#1c2733;--soft:#526070;--line:#d5dde5;--wash:#f5f8fa;--accent:#14557f}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;background:#fff;color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic","Helvetica Neue",Arial,sans-serif}
a{color:var(--accent)}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid #e08a00;outline-offset:2px}
main:focus{outline:0}
.skip{position:absolute;inset-inline-start:1rem;top:-9rem;background:#fff;padding:.6rem 1rem;z-index:9}
.skip:focus{top:.5rem}
header,main,footer,nav ul{padding-inline:clamp(1rem,4vw,3.5rem);max-width:90rem;margin-inline:auto}
.band{background:#103e5c;color:#fff}
header{padding-block:1.8rem 1.3rem}
h1{font-size:clamp(1.35rem,2.6vw,1.9rem);line-height:1.25;margin:0 0 .4rem;font-weight:650;overflow-wrap:anywhere}
.sub{margin:0 0 1rem;color:#d6e6f1;max-width:52rem}
.info{display:flex;flex-wrap:wrap;gap:.3rem 2rem;margin:0;font-size:.86rem}
.info div{display:flex;gap:.5rem}.info dt{color:#b9d3e4}.info dd{margin:0}
nav{border-bottom:1px solid var(--line);background:var(--wash)}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.6rem;list-style:none;margin-block:0;padding-block:.7rem}
nav a{text-decoration:none;font-weight:550;font-size:.95rem}nav a:hover{text-decoration:underline}
main>section{margin-block:2.2rem}
h2{font-size:1.35rem;margin:0 0 .8rem;font-weight:650}
h3{font-size:1.1rem;margin:1.8rem 0 .8rem;padding-bottom:.3rem;border-bottom:2px solid var(--line)}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.6rem,1fr));gap:.6rem;margin:0 0 1.4rem}
.cards div{border:1px solid var(--line);border-radius:6px;padding:.5rem .8rem;background:var(--wash);display:flex;flex-direction:column-reverse;justify-content:flex-end}
.cards dt{font-size:.83rem;color:var(--soft);line-height:1.3}
.cards dd{margin:0;font-size:1.4rem;font-weight:650;line-height:1.3;font-variant-numeric:tabular-nums}
.wrap{overflow-x:auto;border:1px solid var(--line);border-radius:6px;margin-bottom:1.2rem}
.list{width:100%;border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums}
.list caption{text-align:start;padding:.5rem .7rem;font-weight:600}
.list th,.list td{padding:.35rem .7rem;border-top:1px solid var(--line);text-align:start;vertical-align:top;overflow-wrap:anywhere}
.list thead th{background:#e9f0f5;white-space:nowrap}.list tbody th{font-weight:600}
.list ul{margin:0;padding-inline-start:1.1rem}
.list .n,.list thead .n{text-align:end}
small{color:var(--soft)}
.mono{font-family:ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace}
.error{color:#8a1f11;font-weight:600}.warning{color:#6b4a00;font-weight:600}
.legend{list-style:none;margin:0;padding:0;display:grid;gap:.5rem}
.legend li{display:grid;grid-template-columns:minmax(9rem,19rem) 1fr;gap:1rem;align-items:center;font-size:.9rem}
.legend .run,.legend .block{margin:0}
.text{border:1px solid var(--line);border-radius:6px;padding:.6rem .8rem;background:#fff}
.text p{margin:0;overflow-wrap:anywhere}
.block{border:1px dashed #9aa7b4;border-radius:4px;padding:.25rem .4rem;margin:.4rem 0}
.about,.name,.column{font-size:.76rem;line-height:1.5;margin:0}
.about,.column{color:var(--soft)}
.name{font-weight:600}
.run{border:1px solid;border-inline-start-width:6px;border-radius:4px;padding:.2rem .55rem .3rem;margin:.2rem 0}
.run>p:not(.name){color:var(--ink)}
.st{background:#f2f8fc;color:#14557f}
.lv1{background:#f3faf4;color:#1b5e31;border-inline-start-style:double;margin-inline-start:1.4rem}
.lv2{background:#fbf5fd;color:#6a2c82;border-inline-start-style:dashed;margin-inline-start:2.8rem}
.lv3{background:#fdf6f0;color:#7c3f00;border-inline-start-style:dotted;margin-inline-start:4.2rem}
.lv4,.lv5,.lv6{background:#f4f6f8;color:#37424d;border-inline-start-style:ridge;margin-inline-start:5.4rem}
.lv5{margin-inline-start:6.4rem}.lv6{margin-inline-start:7.2rem}
.section{background:#103e5c;color:#fff;border-color:#103e5c}
.section>p:not(.name){color:#fff;font-weight:650}
.question,.label{background:#fff6da;color:#6b4a00;border-color:#b98500}
.out{background:#f1f3f4;color:#56616b;border-style:dotted}
.run.out>p:not(.name){color:#56616b}
.page{display:flex;align-items:center;gap:.8rem;font-size:.8rem;font-weight:600;color:#8a1f11;margin:.9rem 0 .5rem!important}
.page::before,.page::after{content:"";flex:1;border-top:2px solid #8a1f11}
.grid{width:100%;border-collapse:collapse;table-layout:fixed;margin:.6rem 0}
.grid caption{text-align:start;font-size:.82rem;font-weight:600;color:var(--soft);padding:.2rem 0}
.grid th,.grid td{border:1px solid #7d8b98;padding:.25rem .4rem;vertical-align:top;text-align:start}
.grid .rows{width:4.6rem}.grid .labels{width:5rem}.grid .questions,.grid .text{width:30%}
.grid th{font-size:.76rem;font-weight:600;color:var(--soft);background:var(--wash)}
.grid .lv1{margin-inline-start:.9rem}.grid .lv2{margin-inline-start:1.8rem}.grid .lv3{margin-inline-start:2.7rem}
.grid .lv4,.grid .lv5,.grid .lv6{margin-inline-start:3.4rem}
footer{padding-block:1.2rem 2.5rem;color:var(--soft);font-size:.86rem;border-top:1px solid var(--line);margin-top:2rem}
@media (max-width:40rem){.legend li{grid-template-columns:1fr;gap:.2rem}.grid .rows{width:3.2rem}}
@page{size:A4;margin:14mm 12mm}
@media print{
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{font-size:9.5pt;line-height:1.4}nav,.skip{display:none}header,main,footer{padding-inline:0;max-width:none}
.band header{padding:6mm}main>section{margin-block:5mm}.wrap{overflow:visible;border:0}
.text{border:0;padding:0}.cards{gap:.3rem}.cards div{padding:.2rem .5rem}.cards dd{font-size:1.1rem}
.run,.list tr,.cards div,.legend li{break-inside:avoid}h2,h3,.section,.page,caption,thead{break-after:avoid}
}
`;
