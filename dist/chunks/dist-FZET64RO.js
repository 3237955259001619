import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  require_dist
} from "./chunk-3QWQWH3Z.js";
import "./chunk-TO6V6YKD.js";
export default require_dist();
