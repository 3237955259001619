import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  require_picomatch
} from "./chunk-RLLQWAJY.js";
import "./chunk-X5AATHZ6.js";
export default require_picomatch();
