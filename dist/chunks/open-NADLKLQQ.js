import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  openPackages
} from "./chunk-RJ74U67Z.js";
import "./chunk-IDGKUODQ.js";
import "./chunk-X2BFYXFH.js";
import "./chunk-EOUI6E6D.js";
import "./chunk-ZX6BLLOT.js";
import "./chunk-OMGGJSLT.js";
import "./chunk-ILLAHRVN.js";
import "./chunk-RBHX4PW7.js";
import "./chunk-RZBAGCDT.js";
import "./chunk-5XXXVB74.js";
import "./chunk-S5AK6Y7H.js";
import "./chunk-YQ2JDB3K.js";
import "./chunk-NQSZNAFT.js";
import "./chunk-MBEH4HWX.js";
import "./chunk-47KHJZ2A.js";
import "./chunk-EZQO47NV.js";
import "./chunk-Z26LTSII.js";
import "./chunk-OMWTWNNE.js";
import "./chunk-FRW43CCR.js";
import "./chunk-X5AATHZ6.js";
export {
  openPackages
};
