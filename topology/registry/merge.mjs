#!/usr/bin/env node
// Merges two npm packages into service-names-port-numbers.csv; README.md beside it says why and how.
//
// usage: node topology/registry/merge.mjs
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Newest names, one name a port and transport (the last row of the registry wins), no ranges, no rows without transport. */
const NEWER = {
  name: "port-numbers",
  version: "8.0.35",
  published: "2026-09-17",
  file: "index.json",
  integrity: "sha512-UKqAYWRp04DYI6i2qakK7NMERiqka6qxgnxhm+ZDosiNYv9aNVieWymmQ3BV13A3LgflizlhoAVEtr0wZsvCbQ==",
};
/** The whole registry of July 2015: ranges, all names, assignees, references, dates. */
const OLDER = {
  name: "service-names-port-numbers",
  version: "2.0.0",
  file: "service-names-port-numbers.json",
  integrity: "sha512-T7oDhuihlBrFAMnxsTJY+5WKVTRNOy6BAgA6FkvBQOw1ox+V6V/7407rPJC8Glfh7P6b8+geyNOnKsHpeiy4aw==",
};

/** Columns of the official CSV, each with its name in the older package. */
const COLUMNS = [
  ["Service Name", "ServiceName"],
  ["Port Number", "PortNumber"],
  ["Transport Protocol", "TransportProtocol"],
  ["Description", "Description"],
  ["Assignee", "Assignee"],
  ["Contact", "Contact"],
  ["Registration Date", "RegistrationDate"],
  ["Modification Date", "ModificationDate"],
  ["Reference", "Reference"],
  ["Service Code", "ServiceCode"],
  ["Unauthorized Use Reported", "KnownUnauthorizedUses"],
  ["Assignment Notes", "AssignmentNotes"],
];
/** Ports where the newer name joined the older ones and did not replace them, which one name a port cannot show; with the source. */
const JOINED = new Map([
  ["tcp/465", "RFC 8314 section 7.3: submissions in addition to urd"],
  ["tcp/631", "RFC 7472 and RFC 3510: ipps and ipp"],
]);
const TRANSPORTS = ["tcp", "udp", "sctp", "dccp"];
/** Transports that a row without one stands for. */
const IMPLIED = ["tcp", "udp"];

function fetchPackage({ name, version, file, integrity }) {
  const folder = mkdtempSync(join(tmpdir(), "port-registry-"));
  try {
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    const options = { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] };
    const archive = execFileSync(npm, ["pack", "--silent", `${name}@${version}`], options).trim();
    const digest = "sha512-" + createHash("sha512").update(readFileSync(join(folder, archive))).digest("base64");
    if (digest !== integrity) {
      throw new Error(`${name}@${version} has the digest ${digest}, expected ${integrity}`);
    }
    execFileSync("tar", ["-xzf", archive], options);
    return JSON.parse(readFileSync(join(folder, "package", file), "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Newer statements by transport/port: what the service is called (empty: nothing) and its description. */
function newerStatements(json) {
  const statements = new Map();
  for (const [key, [name, description]] of Object.entries(json)) {
    const [port, transport] = key.split("/");
    statements.set(`${transport}/${port}`, { name, description, port: Number(port), transport });
  }
  return statements;
}

function parseRows(json) {
  return json.map((row) => {
    const [from, to = from] = (row.PortNumber ?? "").split("-").map(Number);
    return { ...row, TransportProtocol: (row.TransportProtocol ?? "").toLowerCase(), from, to };
  });
}

function grouped(rows, key) {
  const groups = new Map();
  for (const row of rows) {
    groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  }
  return groups;
}

const isSinglePort = (row) => row.PortNumber && row.TransportProtocol && row.from === row.to;
const keyOf = (row) => `${row.TransportProtocol}/${row.from}`;
const squeezed = (text) => (text ?? "").replace(/\s+/g, " ").trim();

/** Rows of one transport and port: the older ones if the newer statement is among them, otherwise the statement alone. */
function settle(statement, olderRows) {
  const last = olderRows.findLastIndex((row) => (row.ServiceName ?? "") === statement.name);
  const { name, description, port, transport } = statement;
  const stated = { ServiceName: name, PortNumber: `${port}`, TransportProtocol: transport, Description: description, from: port };
  const same = last >= 0 && (name !== "" || squeezed(olderRows[last].Description) === squeezed(description));
  if (!same) {
    return JOINED.has(`${transport}/${port}`) ? [...olderRows, stated] : [stated];
  }
  return olderRows.map((row, index) =>
    index !== last || squeezed(row.Description) === squeezed(description) ? row : { ...row, Description: description },
  );
}

/** What is left of a range, or of a row without transport, once the ports that have statements of their own are cut out. */
function cut(row, statements) {
  const transports = row.TransportProtocol ? [row.TransportProtocol] : IMPLIED;
  const pieces = [];
  for (let port = row.from; port <= row.to; port++) {
    if (transports.some((transport) => statements.has(`${transport}/${port}`))) {
      continue;
    }
    const open = pieces.at(-1);
    if (open?.to === port - 1) {
      open.to = port;
    } else {
      pieces.push({ ...row, from: port, to: port });
    }
  }
  return pieces.map((piece) => ({
    ...piece,
    PortNumber: piece.from === piece.to ? `${piece.from}` : `${piece.from}-${piece.to}`,
  }));
}

function merge(statements, older) {
  const withPort = older.filter((row) => row.PortNumber);
  const single = grouped(withPort.filter(isSinglePort), keyOf);
  const rows = [
    ...[...statements].flatMap(([key, statement]) => settle(statement, single.get(key) ?? [])),
    ...withPort.filter((row) => !isSinglePort(row)).flatMap((row) => cut(row, statements)),
  ];
  const rank = (row) => TRANSPORTS.indexOf(row.TransportProtocol);
  rows.sort((a, b) => a.from - b.from || rank(a) - rank(b));
  return [...rows, ...older.filter((row) => !row.PortNumber)];
}

function csvField(value = "") {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function toCsv(rows) {
  const lines = [COLUMNS.map(([title]) => title), ...rows.map((row) => COLUMNS.map(([, field]) => row[field]))];
  return lines.map((line) => line.map(csvField).join(",") + "\r\n").join("");
}

const here = dirname(fileURLToPath(import.meta.url));
const rows = merge(newerStatements(fetchPackage(NEWER)), parseRows(fetchPackage(OLDER)));
writeFileSync(join(here, "service-names-port-numbers.csv"), toCsv(rows));
writeFileSync(join(here, "version"), NEWER.published + "\n");
console.log(`${rows.length} rows, version ${NEWER.published}`);
