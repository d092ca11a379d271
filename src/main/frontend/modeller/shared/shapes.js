/** Where on a line a sign stands: halfway, seen from the corner of the line's box. */
export function halfway(waypoints, size = 20) {
  const left = Math.min(...waypoints.map(({ x }) => x));
  const top = Math.min(...waypoints.map(({ y }) => y));
  const at = Math.floor((waypoints.length - 1) / 2);
  const [one, other] = [waypoints[at], waypoints[at + 1] ?? waypoints[at]];
  return { left: (one.x + other.x - size) / 2 - left, top: (one.y + other.y - size) / 2 - top };
}
