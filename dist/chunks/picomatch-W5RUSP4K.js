import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  require_picomatch
} from "./chunk-BFZPB66Z.js";
import "./chunk-TO6V6YKD.js";
export default require_picomatch();
