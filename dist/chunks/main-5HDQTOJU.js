import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  runSnapshot
} from "./chunk-MDDXDHXO.js";
import "./chunk-CXSWWLLO.js";
import "./chunk-PUOYX2D6.js";
import "./chunk-AOIKYUBH.js";
import "./chunk-UJVJRZQK.js";
import "./chunk-S3NHVWSB.js";
import "./chunk-ZQ3A7QTU.js";
import "./chunk-RRHYVJRH.js";
import "./chunk-PR5VHADN.js";
import "./chunk-INPAMFGY.js";
import "./chunk-2HSYLW7U.js";
import "./chunk-WAJLRQW2.js";
import "./chunk-BKXCIMUH.js";
import "./chunk-GDCOOEY7.js";
import "./chunk-HNYI7RT3.js";
import "./chunk-C5D3HR52.js";
import "./chunk-J6MGYEM6.js";
import "./chunk-EZQO47NV.js";
import "./chunk-GTGSVCFP.js";
import "./chunk-TO6V6YKD.js";
export {
  runSnapshot
};
