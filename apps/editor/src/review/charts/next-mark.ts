// Where an arrow key leads in a picture: to the nearest mark that way, of those side by side or one below the other with
// the present one; where none is, to the next or the one before in their order. Pure.

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** The place of the mark that has the focus then; the same where the key leads nowhere. */
export function nextMark(boxes: readonly Box[], at: number, key: string): number {
  const last = boxes.length - 1;
  const here = boxes[at];
  if (here === undefined) return 0;
  switch (key) {
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'ArrowRight':
      return nearest(boxes, here, 'x', 1) ?? Math.min(last, at + 1);
    case 'ArrowLeft':
      return nearest(boxes, here, 'x', -1) ?? Math.max(0, at - 1);
    case 'ArrowDown':
      return nearest(boxes, here, 'y', 1) ?? Math.min(last, at + 1);
    case 'ArrowUp':
      return nearest(boxes, here, 'y', -1) ?? Math.max(0, at - 1);
    default:
      return at;
  }
}

function nearest(boxes: readonly Box[], here: Box, along: 'x' | 'y', way: 1 | -1): number | null {
  const across = along === 'x' ? 'y' : 'x';
  const middle = (box: Box, axis: 'x' | 'y'): number =>
    box[axis] + (axis === 'x' ? box.width : box.height) / 2;
  const reach = along === 'x' ? here.height : Infinity;
  let best: { readonly place: number; readonly far: number } | null = null;
  for (const [place, box] of boxes.entries()) {
    const ahead = (middle(box, along) - middle(here, along)) * way;
    const aside = Math.abs(middle(box, across) - middle(here, across));
    if (ahead < 1 || aside > reach / 2) continue;
    // One row or column further is nearer than what lies aside of it.
    const far = ahead * 4 + aside;
    if (best === null || far < best.far) best = { place, far };
  }
  return best?.place ?? null;
}
