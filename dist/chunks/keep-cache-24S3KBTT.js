import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  keepCache
} from "./chunk-HYX2D2PW.js";
import "./chunk-HBX4TQYE.js";
import "./chunk-CODHTNNF.js";
import "./chunk-Z55L4X2P.js";
import "./chunk-JC7I2YQX.js";
import "./chunk-EZQO47NV.js";
import "./chunk-DNWJD24H.js";
import "./chunk-OMWTWNNE.js";
import "./chunk-X5AATHZ6.js";
export {
  keepCache
};
