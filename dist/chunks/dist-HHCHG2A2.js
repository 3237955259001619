import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  require_dist
} from "./chunk-HLN4FXWU.js";
import "./chunk-TO6V6YKD.js";
export default require_dist();
