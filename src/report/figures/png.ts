/** Draws SVG as PNG by `resvg`, with the fonts of the system. */

/** Three times as many pixels as the figure is wide: some 300 to the inch where it fills a page. */
const ZOOM = 3;

/** A figure as PNG. */
export async function pngOf(svg: string): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: ZOOM },
    font: { loadSystemFonts: true, defaultFontFamily: 'Noto Sans' },
  });
  return drawn.render().asPng();
}
