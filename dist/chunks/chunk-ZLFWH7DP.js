import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// actions/snapshot/report/counts.ts
function nodesIn({ git, registry, files }) {
  return git.length + registry.length + files.length;
}
function counted(count, what) {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
function countsOf(snapshot) {
  return `${counted(nodesIn(snapshot), "node")}, ${counted(snapshot.packages.length, "package")}`;
}

export {
  nodesIn,
  counted,
  countsOf
};
