import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  RE2JS,
  RE2JSException
} from "./chunk-WMKCG7NY.js";
import {
  closest,
  didYouMean,
  kindOf,
  listed,
  offsetOf,
  placesIn,
  plainOf,
  readYaml,
  refused,
  shortened,
  spoken,
  suggestion,
  writtenAt
} from "./chunk-RRHYVJRH.js";
import {
  _enum,
  _null,
  array,
  boolean,
  int,
  json,
  literal,
  record,
  strictObject,
  string,
  toJSONSchema,
  union
} from "./chunk-J6MGYEM6.js";
import {
  InputError
} from "./chunk-GTGSVCFP.js";

// actions/runner/check-file.ts
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

// actions/checks/file/contradictions.ts
import { isDeepStrictEqual } from "node:util";

// actions/checks/file/services.ts
function servicesAgainst(checks, { complete }) {
  return [...complete ? unused(checks) : [], ...portsTakenTwice(checks)];
}
function unused({ services, run: run2, cases = [], matrix = [] }) {
  const [first] = Object.keys(services);
  const others = [...cases, ...matrix];
  if (first === void 0 || run2 || others.some((each) => each.services)) return [];
  const message = "Services are declared, but no container is started beside them.";
  const hint = others.length === 0 ? 'Add "run", "cases" or "matrix", or leave them out.' : 'Leave out "services: false" where they are needed, or leave them out.';
  return [{ path: ["services", first], message, hint }];
}
function portsTakenTwice(checks) {
  const services = Object.entries(checks.services).flatMap(
    ([name, { port: port2, ready: ready2 }]) => listeners(`the service "${name}"`, ["services", name], { port: port2, ready: ready2 })
  );
  const application = [
    ...listeners("the application", ["run"], { ready: checks.run?.ready }),
    ...(checks.matrix ?? []).flatMap(
      (row2, index) => row2.services ? listeners("the application", ["matrix", index], row2) : []
    )
  ];
  return [...services, ...application].flatMap((one, index) => {
    const other = services.slice(0, index).find(({ who, port: port2 }) => port2 === one.port && who !== one.who);
    if (!other) return [];
    const message = `The port ${one.port} is that of ${other.who}, and of ${one.who} too.`;
    return [{ path: one.path, message, hint: "All share one network: give each a port of its own." }];
  });
}
function listeners(who, path2, { port: port2, ready: ready2 }) {
  const named2 = [
    [port2, ["port"]],
    [ready2?.tcp, ["ready", "tcp"]],
    [ready2?.http?.port, ["ready", "http", "port"]]
  ];
  return named2.flatMap(
    ([number, keys]) => number === void 0 ? [] : [{ who, port: number, path: [...path2, ...keys] }]
  );
}

// actions/checks/file/contradictions.ts
function contradictionsIn(checks, { complete }) {
  return [
    ...complete ? emptiness(checks) : [],
    ...(checks.files ?? []).flatMap((file2, index) => aboutFile(file2, ["files", index])),
    ...servicesAgainst(checks, { complete }),
    ...aboutRequests(checks),
    ...twiceNamed(checks.cases ?? [], "cases"),
    ...twiceNamed(checks.matrix ?? [], "matrix"),
    ...(checks.matrix ?? []).flatMap((row2, index) => aboutRow(row2, ["matrix", index])),
    ...(checks.rebuild ?? []).flatMap((rebuild2, index) => aboutRebuild(rebuild2, ["rebuild", index])),
    ...aboutHealthcheck(checks),
    ...unpassable(checks, [])
  ];
}
function emptiness({ image: image2, hardening: hardening2, secrets: secrets2, run: run2, services, ...lists }) {
  const { files = [], cases = [], matrix = [], rebuild: rebuild2 = [] } = lists;
  const asked2 = [secrets2, run2, ...Object.values(services), ...files, ...cases, ...matrix, ...rebuild2].some(Boolean) || Object.values(image2 ?? {}).some((value) => !isDeepStrictEqual(value, {})) || Object.values(hardening2 ?? {}).some((rule2) => rule2 !== false);
  if (asked2) return [];
  const hint = "Add image, files, run or another section; verify --init drafts a file from an image.";
  return [{ path: [], message: "The check file asks for nothing.", hint }];
}
var OF_CONTENT = ["contains", "excludes", "matches"];
function aboutFile(file2, path2) {
  const asked2 = (keys) => keys.filter((key) => file2[key] !== void 0);
  if (!file2.exists)
    return asked2(["type", "non-empty", "mode", "owner", ...OF_CONTENT]).map((key) => ({
      path: [...path2, key],
      message: `"${key}" is asked of ${file2.path}, which must not be there.`,
      hint: 'Leave it out, or "exists: false".'
    }));
  if (file2.type === void 0 || file2.type === "file") return [];
  return asked2(OF_CONTENT).map((key) => ({
    path: [...path2, key],
    message: `"${key}" is asked of ${file2.path}, which is a ${file2.type}.`,
    hint: "Only a file has content; name the file itself."
  }));
}
function aboutRequests({ run: run2, matrix = [] }) {
  const lists = [
    [["run", "http"], run2?.http ?? []],
    ...matrix.map(({ http: http2 = [] }, index) => [["matrix", index, "http"], http2])
  ];
  return lists.flatMap(
    ([path2, requests]) => requests.flatMap((request, index) => {
      if (request.method !== "HEAD") return [];
      const keys = [...OF_CONTENT, "json"].filter((key) => request[key] !== void 0);
      return keys.map((key) => ({
        path: [...path2, index, key],
        message: `"${key}" is asked of an answer to HEAD, which has no content.`,
        hint: 'Use "method: GET", or ask for status and response-headers only.'
      }));
    })
  );
}
function twiceNamed(entries, section) {
  const names = entries.map(({ name }) => name);
  return names.flatMap(
    (name, index) => names.indexOf(name) === index ? [] : [
      {
        path: [section, index, "name"],
        message: `Two entries of ${section} are called "${name}".`,
        hint: "Give each a name of its own, by which reports tell them apart."
      }
    ]
  );
}
var STAYING = ["ready", "process", "http", "exec", "logs", "stop"];
var STREAMS = ["stdout", "stderr", "output"];
function aboutRow(row2, path2) {
  if (row2.exit === void 0) {
    const twice = row2.logs === void 0 ? [] : STREAMS.filter((key) => row2[key] !== void 0);
    const endless = row2.within === void 0 ? [] : ["within"];
    return [...endless, ...twice].map((key) => ({
      path: [...path2, key],
      message: `"${key}" is asked of the row "${row2.name}", which has no "exit" and so stays.`,
      hint: key === "within" ? 'Add "exit", or leave it out.' : 'Write it under "logs".'
    }));
  }
  return STAYING.filter((key) => row2[key] !== void 0).map((key) => ({
    path: [...path2, key],
    message: `"${key}" is asked of the row "${row2.name}", which must end by itself with the exit code ${row2.exit}.`,
    hint: key === "logs" ? 'Write stdout, stderr or output beside "exit".' : 'Leave it out, or leave out "exit".'
  }));
}
function aboutRebuild({ edit, cached, rebuilt }, path2) {
  const outside = edit.startsWith("/") || edit.split("/").includes("..");
  return [
    ...outside ? [
      {
        path: [...path2, "edit"],
        message: `"${edit}" lies outside of the build context.`,
        hint: "Write a path relative to the context, such as app/main.py."
      }
    ] : [],
    ...rebuilt.flatMap(
      (step, index) => cached.includes(step) ? [
        {
          path: [...path2, "rebuilt", index],
          message: `The step "${step}" can't be both cached and rebuilt.`,
          hint: "Leave one of them out."
        }
      ] : []
    )
  ];
}
function aboutHealthcheck({ image: image2, run: run2 }) {
  if (image2?.healthcheck !== false || run2?.ready?.healthcheck === void 0) return [];
  const message = "The image must have no healthcheck, but by it the application is found ready.";
  const hint = "Wait for it by http, tcp or exec, or ask for a healthcheck.";
  return [{ path: ["run", "ready", "healthcheck"], message, hint }];
}
function unpassable(value, path2) {
  if (value === null || typeof value !== "object") return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => unpassable(item, [...path2, index]));
  const { contains, excludes } = value;
  const here = isTexts(contains) && isTexts(excludes) ? clashes(contains, excludes) : [];
  const own = here.map((text2) => ({
    path: [...path2, "excludes"],
    message: `What must be there holds "${text2}", which must not be there.`,
    hint: 'No text can satisfy both "contains" and "excludes".'
  }));
  return [
    ...own,
    ...Object.entries(value).flatMap(
      ([key, inner]) => key === "json" ? [] : unpassable(inner, [...path2, key])
    )
  ];
}
function clashes(contains, excludes) {
  return excludes.filter((text2) => contains.some((wanted) => wanted.includes(text2)));
}
function isTexts(value) {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

// actions/checks/file/values.ts
function oneOrMore(item) {
  return union([item.transform((one) => [one]), array(item).min(1)]);
}
var EMPTY = "write a text: every text holds the empty one";
var pattern = string().superRefine((text2, context) => {
  if (text2 === "") context.addIssue({ code: "custom", message: EMPTY });
  try {
    RE2JS.compile(text2);
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    const what = error.message.replace(/^error parsing regexp: /, "");
    context.addIssue({
      code: "custom",
      message: `the pattern can't be compiled: ${what}`,
      params: {
        remedy: "Write it in the syntax of RE2, and \\ before a character that stands for itself."
      }
    });
  }
}).meta({ title: "pattern" });
var part = string().refine((text2) => text2 !== "", EMPTY);
var UNITS = { ms: 1, s: 1e3, m: 6e4 };
var duration = string().regex(/^\d+(\.\d+)?(ms|s|m)$/, "write a duration such as 500ms, 10s or 2m").meta({ title: "duration" }).transform((text2) => {
  const [, number = "", unit = ""] = /^([\d.]+)(\w+)$/.exec(text2) ?? [];
  return Number(number) * UNITS[unit];
});
var STEPS = { B: 1, kB: 1e3, KB: 1e3, MB: 1e6, GB: 1e9, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 };
var size = string().regex(/^\d+(\.\d+)? ?(B|kB|KB|MB|GB|KiB|MiB|GiB)$/, "write a size such as 250 MB or 1.5 GiB").meta({ title: "size" }).transform((text2) => {
  const [, number = "", unit = ""] = /^([\d.]+) ?(\w+)$/.exec(text2) ?? [];
  return Number(number) * STEPS[unit];
});
var span = duration.refine(
  (milliseconds) => milliseconds > 0,
  "write more than nothing, such as 10s"
);
var mode = string().regex(/^0?[0-7]{3,4}$/, 'write a mode such as "0755"').meta({ title: "mode" });
var signal = _enum([
  "SIGTERM",
  "SIGINT",
  "SIGQUIT",
  "SIGHUP",
  "SIGKILL",
  "SIGUSR1",
  "SIGUSR2",
  "SIGWINCH",
  "SIGRTMIN+3"
]);
var path = string().startsWith("/", "write an absolute path").meta({ title: "path" });
var glob = string().startsWith("/", "write a glob of absolute paths, such as /usr/**").refine((text2) => !text2.includes("\\\\"), "write it without several backslashes in a row").meta({ title: "glob" });
var port = int().min(1).max(65535);
var id = int().min(0).max(4294967294);
var command = array(string()).min(1);
var environment = record(
  string().regex(/^[^=\s]+$/, 'a variable has a name without blanks and "="'),
  union([string(), _null()])
);
var textFields = {
  contains: oneOrMore(part).optional().describe("Texts that must be in it."),
  excludes: oneOrMore(part).optional().describe("Texts that must not be in it."),
  matches: oneOrMore(pattern).optional().describe("Regular expressions (RE2) that must match somewhere in it.")
};
var text = strictObject(textFields);

// actions/checks/file/image.ts
var named = record(string(), union([string(), _null(), text]));
var allow = { allow: array(glob).default([]).describe("Globs of paths that may be.") };
var healthcheck = strictObject({
  command: text.optional().describe("What its command must hold."),
  interval: duration.optional().describe("Exactly."),
  timeout: duration.optional().describe("Exactly."),
  "start-period": duration.optional().describe("Exactly."),
  retries: int().min(0).optional().describe("Exactly.")
});
var image = strictObject({
  user: union([
    string(),
    strictObject({
      name: string().optional().describe("Its name in /etc/passwd."),
      uid: id.optional().describe("Its id."),
      gid: id.optional().describe("The id of its group.")
    })
  ]).optional().describe(
    "Whom it runs as: USER as it is written, or name, uid and gid, looked up in the image's own files."
  ),
  cmd: command.optional().describe("CMD, word by word."),
  entrypoint: command.optional().describe("ENTRYPOINT, word by word."),
  workdir: path.optional().describe("WORKDIR."),
  ports: array(union([port, string().regex(/^\d+\/(tcp|udp|sctp)$/, "write a port such as 8000 or 53/udp")])).optional().describe("Exactly the ports of EXPOSE."),
  env: named.optional().describe("Variables: a value, null for absent, or what the value must hold."),
  labels: named.optional().describe("Labels: a value, null for absent, or what the value must hold."),
  healthcheck: union([boolean(), healthcheck]).optional().describe("true: it must have one; false: none; or what it must say."),
  "max-size": size.optional().describe("The most that its layers may hold uncompressed."),
  "max-layers": int().min(1).optional().describe("The most layers that it may have.")
});
var file = strictObject({
  path: path.describe("Absolute; links on the way are followed."),
  exists: boolean().default(true).describe("false: it must not be there."),
  type: _enum(["file", "directory", "link"]).optional().describe("What it is; a link is not followed then."),
  "non-empty": boolean().optional().describe("true: a file with content, or a directory with entries."),
  mode: mode.optional().describe("Its permissions, in octal."),
  owner: string().optional().describe("user, user:group, uid or uid:gid."),
  ...textFields
});
var rule = (fields) => union([boolean(), strictObject({ ...allow, ...fields })]);
var hardening = strictObject({
  setuid: rule({ base: string().optional().describe("The base image; what it has is allowed.") }).default(true).describe(
    "No setuid or setgid files beyond those of the base, or of distributions where no base is named."
  ),
  "world-writable": rule({}).default(true).describe("Nothing that everybody may write, save sticky directories such as /tmp."),
  "package-caches": rule({}).default(true).describe("No lists and archives of apt, apk, dnf, pip, uv, npm left behind.")
});
var secrets = strictObject({
  allow: array(
    strictObject({
      rule: string().optional().describe("The rule that found it, as the report names it."),
      path: glob.optional().describe("A glob of paths."),
      name: string().optional().describe("The name of a variable.")
    }).refine((entry) => Object.keys(entry).length > 0, {
      message: "neither rule, path nor name is given",
      params: { remedy: "Say by one of them which finding is none." }
    }).meta({ minProperties: 1 })
  ).default([]).describe("Findings that are none; all that an entry says must hold.")
});

// actions/checks/file/running.ts
var status = int().min(100).max(599);
var statuses = union([status.transform((one) => [one]), array(status).min(1)]);
var httpPath = string().startsWith("/", "write a path that begins with /").refine((path2) => /^[!-~]*$/.test(path2), "write blanks and other letters as in %20").meta({ title: "path" });
var requestHeaders = record(
  string().refine((name) => /^[\w!#$%&'*+.^`|~-]+$/.test(name), "a header has a name without blanks"),
  string().refine((value) => /^[\t -~\u0080-\u00ff]*$/.test(value), {
    message: "a header is one line of plain text",
    params: { remedy: "Write it without line breaks, and without letters that no header can have." }
  })
);
var patience = {
  tries: int().min(1).max(3600).default(30).describe("How many intervals to wait."),
  interval: span.prefault("1s").describe("How long one is.")
};
var ready = strictObject({
  http: strictObject({
    path: httpPath.default("/").describe("What is requested."),
    port: port.optional().describe("The image's only EXPOSE, unless given."),
    status: statuses.prefault(200).describe("The status it must answer with, or any of several.")
  }).optional().describe("It answers this request."),
  tcp: port.optional().describe("It listens on this port."),
  exec: command.optional().describe("This command ends with 0 in it."),
  healthcheck: literal(true).optional().describe("The image's own HEALTHCHECK succeeds."),
  ...patience
}).refine(
  ({ http: http2, tcp, exec: exec2, healthcheck: healthcheck2 }) => [http2, tcp, exec2, healthcheck2].filter((way) => way !== void 0).length === 1,
  {
    message: "exactly one of http, tcp, exec and healthcheck is needed",
    params: { remedy: "Keep the one that shows best that it is ready." }
  }
).meta({ oneOf: ["http", "tcp", "exec", "healthcheck"].map((way) => ({ required: [way] })) });
var start = {
  env: environment.default({}).describe("Variables; null takes one away."),
  user: string().optional().describe("--user, as uid, uid:gid or a name."),
  entrypoint: command.optional().describe("In place of the image's ENTRYPOINT."),
  cmd: command.optional().describe("In place of the image's CMD."),
  "read-only": boolean().optional().describe("Its root can not be written."),
  tmpfs: array(path).optional().describe("Empty folders in memory.")
};
var process = strictObject({
  uid: id.optional().describe("Of process 1 and of every other, as /proc says it."),
  gid: id.optional().describe("The same of the group."),
  groups: array(id).optional().describe("Exactly its supplementary groups."),
  every: boolean().default(true).describe("false: process 1 only."),
  command: text.optional().describe("What the command line of process 1 must hold."),
  "no-new-privileges": boolean().optional().describe("Whether it can still gain rights by setuid programs.")
});
var http = strictObject({
  name: string().optional().describe("As reports call it."),
  path: httpPath.describe("What is requested; redirects are not followed."),
  port: port.optional().describe("The one of ready or the image's only one, unless given."),
  method: _enum(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]).default("GET").describe("How it is requested."),
  headers: requestHeaders.default({}).describe("Headers of the request."),
  body: string().optional().describe("Content of the request."),
  status: statuses.prefault(200).describe("The status of the answer, or any of several."),
  "response-headers": record(string(), text).optional().describe("What headers of the answer must hold."),
  json: json().optional().describe("What the answer must hold as JSON; objects may have more."),
  ...textFields
});
var exit = union([int().min(0).max(255), literal("non-zero")]);
var output = {
  stdout: text.optional().describe("What its output must hold."),
  stderr: text.optional().describe("What its error output must hold."),
  output: text.optional().describe("Both streams together.")
};
var exec = strictObject({
  name: string().optional().describe("As reports call it."),
  cmd: command.describe("Word by word; there is no shell unless you name one."),
  user: string().optional().describe("Whom it runs as; unless given, as the container does."),
  env: environment.default({}).describe("Variables of this command alone."),
  exit: exit.default(0).describe("The exit code it must end with, or non-zero."),
  within: span.prefault("30s").describe("How long it may take."),
  ...output
});
var logs = strictObject(output);
var stop = strictObject({
  signal: signal.default("SIGTERM").describe("What process 1 is sent once it is ready."),
  exit: union([exit.transform((one) => [one]), array(exit).min(1)]).prefault(0).describe("The exit code it must end with, or any of several."),
  within: span.prefault("10s").describe("How long it may take to end.")
});
var asked = {
  ready: ready.optional().describe("When it counts as ready; unless given, as soon as it has started."),
  process: process.optional().describe("Whom its processes run as, read from /proc."),
  http: array(http).optional().describe("Requests, and what must come back."),
  exec: array(exec).optional().describe("Commands in the running container."),
  logs: logs.optional().describe("What it wrote up to then."),
  stop: stop.optional().describe("How it must end when asked to; {} takes SIGTERM, 0 and 10s.")
};
var run = strictObject({ ...start, ...asked });
var service = strictObject({
  image: string().describe("What it is started from."),
  env: environment.default({}).describe("Variables; null takes one away."),
  user: string().optional().describe("--user, as uid, uid:gid or a name."),
  cmd: command.optional().describe("In place of the image's CMD."),
  tmpfs: array(path).optional().describe("Empty folders in memory."),
  port: port.optional().describe("What {{name.port}} stands for."),
  ready: ready.optional().describe("When it counts as ready; unless given, as soon as it has started.")
});

// actions/checks/file/scenarios.ts
var ends = {
  exit: exit.optional().describe("It ends by itself, with this exit code."),
  within: span.optional().describe("How long it may take to end."),
  ...output
};
var alone = {
  services: boolean().default(true).describe("false: it needs none of them, and is started alone, at once.")
};
var oneShot = strictObject({
  name: string().describe("As reports call it."),
  ...start,
  ...alone,
  ...ends,
  exit: exit.describe("The exit code it must end with, or non-zero."),
  within: span.prefault("10s").describe("How long it may take to end.")
});
var row = strictObject({
  name: string().describe("As reports call it."),
  ...start,
  ...alone,
  ...asked,
  ...ends
});
var rebuild = strictObject({
  edit: string().describe("A file of the build context; a line is added in a copy."),
  cached: array(string()).default([]).describe("Beginnings or parts of steps that must come from the cache."),
  rebuilt: array(string()).default([]).describe("Those that must not.")
}).refine(({ cached, rebuilt }) => cached.length + rebuilt.length > 0, {
  message: "no step is named in cached or rebuilt",
  params: { remedy: "Name at least one, by a part of its line." }
}).meta({ anyOf: ["cached", "rebuilt"].map((key) => ({ required: [key] })) });

// actions/checks/file/schema.ts
var checkFile = strictObject({
  version: literal(1).describe("The version of this format."),
  variables: record(string().regex(/^[a-z][a-z0-9-]*$/, "a variable is called like base-image"), string()).default({}).describe('What {{name}} stands for, unless the input "variables" says otherwise.'),
  image: image.optional().describe("What the image's config must say."),
  files: array(file).optional().describe("Paths in the image, read without starting it."),
  hardening: hardening.optional().describe("What makes an image easier to attack; {} checks all of it."),
  secrets: secrets.optional().describe("Credentials in variables, history and layers; {} checks all of it."),
  services: record(string().regex(/^[a-z][a-z0-9-]*$/, "a service is called like db or cache"), service).default({}).describe("Containers beside it, at {{name.host}} and {{name.port}}."),
  run: run.optional().describe("The image started, and what is asked of it."),
  cases: array(oneShot).optional().describe("Containers that must end by themselves."),
  matrix: array(row).optional().describe("The same over environments and users."),
  rebuild: array(rebuild).optional().describe("What a change of a source file must leave in the cache.")
});

// actions/checks/file/json-schema.ts
var SCHEMA_ADDRESS = "https://raw.githubusercontent.com/org/image-actions/v1/verify/image-verify.schema.json";
function jsonSchemaOfCheckFile() {
  const schema = toJSONSchema(checkFile, {
    io: "input",
    target: "draft-7",
    override: ({ jsonSchema, path: path2 }) => loosen(jsonSchema, path2.at(-1) === "propertyNames")
  });
  const title = "What image-actions verifies of an image";
  return { $id: SCHEMA_ADDRESS, title, ...schema };
}
function loosen(schema, isName) {
  delete schema.format;
  if (schema.type !== "string" || isName || schema.enum || schema.const !== void 0) return;
  const canBeNumber = schema.pattern === void 0 || new RegExp(schema.pattern).test("755");
  if (canBeNumber) schema.type = ["string", "number", "boolean"];
}
function keysAt(path2, root = jsonSchemaOfCheckFile()) {
  const forms = path2.reduce(
    (schemas, part2) => schemas.flatMap((schema) => below(schema, part2)),
    formsOf(root)
  );
  return [...new Set(forms.flatMap(({ properties }) => Object.keys(properties ?? {})))];
}
function homesOf(key, root = jsonSchemaOfCheckFile()) {
  const sections = Object.keys(root.properties ?? {});
  const homes = sections.filter((section) => keysAt([section], root).includes(key));
  return sections.includes(key) ? ["", ...homes] : homes;
}
function below(schema, part2) {
  const { properties = {}, additionalProperties, items } = schema;
  if (typeof part2 === "number") return formsOf(items);
  if (Object.hasOwn(properties, part2)) return formsOf(properties[String(part2)]);
  return typeof additionalProperties === "object" ? formsOf(additionalProperties) : [];
}
function formsOf(schema) {
  return schema ? [schema, ...(schema.anyOf ?? []).flatMap(formsOf)] : [];
}

// actions/checks/file/synonyms.ts
var ELSEWHERE = {
  command: "cmd",
  args: "cmd",
  environment: "env",
  variables: "env",
  expose: "ports",
  timeout: "within",
  "exit-code": "exit",
  exitcode: "exit",
  retries: "tries",
  includes: "contains",
  regex: "matches",
  permissions: "mode",
  "working-dir": "workdir",
  sidecars: "services"
};

// actions/checks/file/flaws.ts
function faultsOf(issues, root) {
  return issues.flatMap((issue) => flawsOf(issue, [])).map((flaw) => faultOf(flaw, root));
}
function textsWanted(issues, base = []) {
  return issues.flatMap((issue) => {
    const path2 = [...base, ...issue.path];
    if (issue.code === "invalid_union") return issue.errors.flatMap((branch) => textsWanted(branch, path2));
    return issue.code === "invalid_type" && issue.expected === "string" ? [path2] : [];
  });
}
var BOOLEAN = ["true", "false"];
var WORDS = {
  string: "text",
  number: "a number",
  int: "a whole number",
  array: "a list",
  object: "a mapping",
  record: "a mapping",
  null: "nothing"
};
function flawsOf(issue, base) {
  const path2 = [...base, ...issue.path];
  switch (issue.code) {
    case "invalid_union":
      return best(
        issue.errors.map((branch) => branch.flatMap((inner) => flawsOf(inner, path2))),
        path2
      );
    case "invalid_type":
      return [
        {
          path: path2,
          expected: issue.expected === "boolean" ? BOOLEAN : [WORDS[issue.expected] ?? issue.expected]
        }
      ];
    case "invalid_value": {
      const choices = issue.values.filter((value) => typeof value === "string");
      const expected = choices.length > 1 ? [`one of ${choices.join(", ")}`] : [JSON.stringify(issue.values[0])];
      return [{ path: path2, choices, expected }];
    }
    case "unrecognized_keys":
      return issue.keys.map((unknown) => ({ path: path2, unknown }));
    case "invalid_key":
      return [
        {
          path: path2,
          said: issue.issues.map(({ message }) => message).join(", "),
          remedy: "Write this name otherwise."
        }
      ];
    case "too_small":
      return issue.origin === "array" ? [{ path: path2, said: "the list is empty", remedy: "Put something into it, or leave it out." }] : [{ path: path2, said: `expected at least ${issue.minimum}`, remedy: `Write ${issue.minimum} or more.` }];
    case "too_big":
      return [{ path: path2, said: `expected at most ${issue.maximum}`, remedy: `Write ${issue.maximum} or less.` }];
    case "custom":
      return [{ path: path2, said: issue.message, ...remedyIn(issue.params) }];
    default:
      return [{ path: path2, said: issue.message }];
  }
}
function remedyIn(params) {
  return typeof params?.remedy === "string" ? { remedy: params.remedy } : {};
}
function best(branches, path2) {
  const isKind = (flaw) => flaw.expected !== void 0 && flaw.path.length === path2.length;
  const meant = branches.find((flaws) => !flaws.some(isKind));
  if (meant) return meant;
  const kinds = branches.flat().filter(isKind);
  const choices = kinds.flatMap((flaw) => flaw.choices ?? []);
  const expected = [...new Set(kinds.flatMap((flaw) => flaw.expected ?? []))];
  return [{ path: path2, expected, ...choices.length > 0 ? { choices } : {} }];
}
function faultOf(flaw, root) {
  const { path: path2, unknown, expected, said = "", remedy } = flaw;
  if (unknown !== void 0) return unknownKey(path2, unknown, root);
  const found = writtenAt(root, path2);
  if (!found) return missing(path2, root);
  const where = spoken(path2) || "The check file";
  if (expected) {
    const message = `${where}: expected ${listed(expected)}, found ${kindOf(found)}.`;
    const hint2 = hintFor(flaw, found) ?? `Write ${listed(expected)} there.`;
    return { code: "IMG7102", at: found.at, message, hint: hint2 };
  }
  if (remedy !== void 0)
    return { code: "IMG7102", at: offsetOf(root, path2), message: `${where}: ${said}.`, hint: remedy };
  const shown = found.kind === "scalar" ? shortened(found.source) : kindOf(found);
  const hint = `${said.replace(/^w/, "W")}.`;
  return { code: "IMG7102", at: found.at, message: `${where} is "${shown}".`, hint };
}
function unknownKey(path2, key, root) {
  const known = keysAt(path2);
  const message = `${[...path2.map((part2) => spoken([part2])), ""].join(" \u203A ")}"${key}" is not a known key.`;
  const hint = hintForKey(key, known, path2);
  return { code: "IMG7101", at: offsetOf(root, [...path2, key]), message, hint };
}
function hintForKey(key, known, path2) {
  const homes = closest(key, known, ELSEWHERE) === void 0 ? homesOf(key) : [];
  const others = homes.filter((home) => home !== path2[0]);
  if (others.length === 0) return suggestion(key, known, "keys", ELSEWHERE);
  return others[0] === "" ? "It stands at the top level." : `It stands under ${others.join(", ")}.`;
}
function missing(path2, root) {
  const parent = path2.slice(0, -1);
  const key = String(path2.at(-1));
  const message = `${parent.length === 0 ? "" : `${spoken(parent)}: `}the key "${key}" is missing.`;
  const hint = key === "version" ? 'Begin the file with "version: 1".' : "Add it, or leave the whole entry out.";
  return { code: "IMG7101", at: offsetOf(root, parent), message: message.replace(/^t/, "T"), hint };
}
function hintFor({ expected = [], choices, path: path2 }, found) {
  if (found.kind !== "scalar") return void 0;
  const { value } = found;
  if (choices?.length && typeof value === "string") return didYouMean(value, choices, ELSEWHERE);
  if (value === null)
    return EMPTY_WILL_DO.includes(String(path2.at(-1))) ? "Write {} to take it with all its defaults." : void 0;
  if (typeof value === "string" && expected.some((kind) => /number|^\d/.test(kind)) && Number.isFinite(Number(value || "none")))
    return "Write the number without quotes.";
  if (expected.includes("true") && /^(yes|no|on|off)$/i.test(String(value)))
    return `Write ${/^(yes|on)$/i.test(String(value))}.`;
  return expected.join() === "a list" ? listOf(found, path2) : void 0;
}
var EMPTY_WILL_DO = ["run", "hardening", "secrets", "stop"];
var COMMANDS = ["cmd", "entrypoint", "exec"];
function listOf({ value, source: text2 }, path2) {
  if (!COMMANDS.includes(String(path2.at(-1))))
    return `Write a list: [${typeof value === "string" ? JSON.stringify(shortened(text2)) : shortened(text2)}].`;
  const words = /[;&|<>$`"'\\*]/.test(text2) ? ["sh", "-c", text2] : text2.trim().split(/\s+/);
  return `Write it word by word: [${words.map((word) => JSON.stringify(shortened(word))).join(", ")}].`;
}

// actions/checks/file/templates.ts
var TEMPLATE = /\\\{\{|(\$)?\{\{([^{}]*)\}\}/g;
var HOST = "127.0.0.1";
function fillTemplates(root, given) {
  const faults = [];
  const values = valuesOf(root, given);
  const fill = (scalar, inVariables) => {
    if (typeof scalar.value !== "string" || !scalar.value.includes("{{")) return scalar;
    const value = scalar.value.replace(
      TEMPLATE,
      (all, dollar, inner) => {
        if (inner === void 0) return all.slice(1);
        const filled = inVariables ? void 0 : values.get(inner.trim());
        if (filled !== void 0 && dollar === void 0) return filled;
        faults.push(faultOf2(scalar.at, inner.trim(), { values, inVariables, github: dollar !== void 0 }));
        return all;
      }
    );
    return { ...scalar, value, source: value };
  };
  const walk = (value, inVariables) => {
    if (value.kind === "scalar") return fill(value, inVariables);
    if (value.kind === "list") return { ...value, items: value.items.map((item) => walk(item, inVariables)) };
    const entries = [...value.entries].map(([key, entry]) => {
      const isVariables = value === root && key === "variables";
      return [key, { ...entry, value: walk(entry.value, inVariables || isVariables) }];
    });
    return { ...value, entries: new Map(entries) };
  };
  return { root: walk(root, false), faults };
}
function valuesOf(root, given) {
  const values = /* @__PURE__ */ new Map();
  for (const [name, value] of entriesOf(root, "variables"))
    if (value.kind === "scalar" && value.value !== null) values.set(name, textOf(value));
  for (const [name, value] of Object.entries(given)) values.set(name, value);
  for (const [name, service2] of entriesOf(root, "services")) {
    const port2 = service2.kind === "map" ? service2.entries.get("port")?.value : void 0;
    values.set(`${name}.host`, HOST);
    values.set(`${name}.port`, port2?.kind === "scalar" ? textOf(port2) : void 0);
  }
  return values;
}
function entriesOf(root, section) {
  const found = root.kind === "map" ? root.entries.get(section)?.value : void 0;
  return found?.kind === "map" ? [...found.entries].map(([name, { value }]) => [name, value]) : [];
}
function textOf({ value, source }) {
  return typeof value === "string" ? value : source;
}
function faultOf2(at, name, { values, inVariables, github }) {
  if (github)
    return {
      code: "IMG7104",
      at,
      message: `GitHub does not fill in \${{ ${name} }} in a file.`,
      hint: "Write {{name}}, and give its value by the input for variables."
    };
  if (inVariables)
    return {
      code: "IMG7104",
      at,
      message: `{{${name}}} is not filled in here: no variable is made of others.`,
      hint: "Write its value out."
    };
  const [service2 = ""] = name.split(".");
  if (values.has(name))
    return {
      code: "IMG7104",
      at,
      message: `The service "${service2}" names no port for {{${name}}}.`,
      hint: `Add "port" to services \u203A ${service2}.`
    };
  const known = [...values.keys()];
  const hint = `${suggestion(name, known, "names")} Give it under "variables" or by the input for them; \\{{ stands for itself.`;
  return { code: "IMG7104", at, message: `Nothing is called {{${name}}}.`, hint };
}

// actions/checks/file/read.ts
var CHECK_FILE = {
  name: "check file",
  empty: 'Begin with "version: 1"; verify --init drafts a file from an image.'
};
function readCheckFile(text2, { file: file2, variables }) {
  const { root, faults } = readYaml(text2, CHECK_FILE);
  const placeAt = placesIn(text2, file2);
  if (!root) throw refused(faults, placeAt);
  const filled = fillTemplates(root, variables);
  const { checks, faults: found } = understand(filled.root);
  const first = [...faults, ...filled.faults];
  const told = new Set(first.map(({ at }) => at));
  const all = [...first, ...found.filter(({ at }) => !told.has(at))];
  if (all.length > 0) throw refused(all, placeAt);
  return { file: file2, checks, placeOf: (path2) => placeAt(offsetOf(root, path2)) };
}
function understand(root) {
  const plain = takingTexts(root);
  const result = checkFile.safeParse(plain);
  const checks = result.success ? result.data : soundSections(plain);
  const faults = result.success ? [] : faultsOf(result.error.issues, root);
  const contradictions = contradictionsIn(checks, { complete: result.success }).map(
    ({ path: path2, message, hint }) => ({ code: "IMG7103", at: offsetOf(root, path2), message, hint })
  );
  return { checks, faults: [...faults, ...contradictions] };
}
function takingTexts(root) {
  const texts = /* @__PURE__ */ new Set();
  for (; ; ) {
    const plain = plainOf(root, texts);
    const before = texts.size;
    for (const path2 of textsWanted(checkFile.safeParse(plain).error?.issues ?? [])) {
      const found = writtenAt(root, path2);
      if (found?.kind === "scalar" && found.value !== null && typeof found.value !== "string")
        texts.add(found);
    }
    if (texts.size === before) return plain;
  }
}
function soundSections(plain) {
  const sections = plain !== null && typeof plain === "object" ? Object.entries(plain) : [];
  const sound = sections.filter(([key, value]) => checkFile.safeParse({ version: 1, [key]: value }).success);
  return checkFile.parse({ ...Object.fromEntries(sound), version: 1 });
}

// actions/runner/check-file.ts
var USUAL_CHECK_FILE = "image-verify.yml";
async function openCheckFile({ file: file2, variables }, workspace, drafts) {
  const text2 = await readFile(resolve(workspace, file2), "utf8").catch((cause) => {
    if (drafts && cause.code === "ENOENT") throw nothingHere(file2, drafts.image);
    throw new InputError("IMG9103", `The check file "${file2}" can't be read.`, {
      hint: 'Check the path, and that the repository is checked out before this step; "npx image-actions verify --init IMAGE" drafts one.',
      cause
    });
  });
  return readCheckFile(text2, { file: file2, variables });
}
function nothingHere(file2, image2) {
  const option = file2 === USUAL_CHECK_FILE ? "" : ` --file ${file2}`;
  return new InputError("IMG9103", `There is no ${file2} here.`, {
    hint: `Draft one from the image as it is, with "npx image-actions verify --init ${image2}${option}".`
  });
}

export {
  SCHEMA_ADDRESS,
  USUAL_CHECK_FILE,
  openCheckFile
};
