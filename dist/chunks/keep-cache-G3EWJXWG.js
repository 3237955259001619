import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  keepCache
} from "./chunk-BVUJPMOY.js";
import "./chunk-HBX4TQYE.js";
import "./chunk-AMZZBXMW.js";
import "./chunk-DCPZHBDQ.js";
import "./chunk-SSQM236A.js";
import "./chunk-EZQO47NV.js";
import "./chunk-DNWJD24H.js";
import "./chunk-OMWTWNNE.js";
import "./chunk-X5AATHZ6.js";
export {
  keepCache
};
