import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  textTable
} from "./chunk-URNUVPV7.js";
import {
  HEADS
} from "./chunk-SV6R6RAU.js";
import {
  printable
} from "./chunk-HNYI7RT3.js";
import "./chunk-TO6V6YKD.js";

// actions/report/plan-text.ts
function planText(plan) {
  const { unchanged } = plan;
  const paragraphs = [
    printable(`Plan ${plan.id}${plan.publish ? "" : ", which publishes nothing"}: ${plan.reason}.`),
    tagTable(plan),
    legTable(plan),
    unchanged.length === 0 ? "" : printable(`Unchanged, so not built: ${unchanged.join(", ")}.`)
  ];
  return `${paragraphs.filter(Boolean).join("\n\n")}
`;
}
function tagTable({ images }) {
  const tags = images[0]?.tags ?? [];
  const rows = tags.map((tag) => [tag.name, kindOf(tag), tag.reason]);
  return rows.length === 0 ? "" : textTable(HEADS.plannedTags.cells, rows);
}
function kindOf({ moves }) {
  if (moves === void 0) return "fixed";
  if (moves.by === "version") return `moves up to ${moves.version}`;
  return moves.branch === void 0 ? "moves" : `moves with ${moves.branch}`;
}
function legTable({ images, legs }) {
  const rows = legs.flatMap(({ leg, image, platform }) => {
    const [first = "", ...others] = images.find(({ name }) => name === image)?.repositories ?? [];
    return [[leg, image, platform, first], ...others.map((repository) => ["", "", "", repository])];
  });
  return rows.length === 0 ? "" : textTable(HEADS.plannedLegs.cells, rows);
}
export {
  planText
};
