/** The circles in a graph of features, each as `a → b → a`. Upstream knows nothing of downstream. */
export function cyclesIn(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const cycles = new Set<string>();
  const done = new Set<string>();

  function walk(node: string, way: string[]): void {
    const at = way.indexOf(node);
    if (at !== -1) {
      cycles.add([...way.slice(at), node].join(' → '));
      return;
    }
    if (done.has(node)) return;
    for (const next of graph.get(node) ?? []) walk(next, [...way, node]);
    done.add(node);
  }

  for (const node of graph.keys()) walk(node, []);
  return [...cycles];
}
