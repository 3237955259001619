import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  runSnapshot
} from "./chunk-HCVS4DZR.js";
import "./chunk-3YQR5CUE.js";
import "./chunk-IHOTSPCP.js";
import "./chunk-EXYGUQSR.js";
import "./chunk-YMXQWGQT.js";
import "./chunk-BJOZIW3C.js";
import "./chunk-CDVWV3GO.js";
import "./chunk-7H53AFRE.js";
import "./chunk-JC7I2YQX.js";
import "./chunk-INPAMFGY.js";
import "./chunk-HNX5EVE5.js";
import "./chunk-766GEI45.js";
import "./chunk-YQ2JDB3K.js";
import "./chunk-NQSZNAFT.js";
import "./chunk-MBEH4HWX.js";
import "./chunk-47KHJZ2A.js";
import "./chunk-EZQO47NV.js";
import "./chunk-OMWTWNNE.js";
import "./chunk-X5AATHZ6.js";
export {
  runSnapshot
};
