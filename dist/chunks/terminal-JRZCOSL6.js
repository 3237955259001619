import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  printable,
  terminalSummary,
  textTable
} from "./chunk-F52ZMV7L.js";
import "./chunk-FCMIYNQF.js";
import "./chunk-5XXXVB74.js";
import "./chunk-6VU5CMNP.js";
import "./chunk-EZQO47NV.js";
import "./chunk-X5AATHZ6.js";
export {
  printable,
  terminalSummary,
  textTable
};
