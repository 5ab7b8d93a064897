/** Is what is installed exactly what was looked at? Of package.json and package-lock.json. */

export interface PackageJson {
  readonly name?: string;
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, unknown>>;
}

export interface Locked extends PackageJson {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
}

export interface Lock {
  readonly lockfileVersion?: number;
  readonly packages?: Readonly<Record<string, Locked>>;
}

/** 1.2.3, 1.2.3-beta.1: one version and no other. */
const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;
const SHA512 = /^sha512-[A-Za-z\d+/]{86}==$/;
const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;

function* versionsIn(overrides: Readonly<Record<string, unknown>>): Generator<[string, string]> {
  for (const [name, value] of Object.entries(overrides)) {
    if (typeof value === 'string') yield [name, value];
    else if (typeof value === 'object' && value !== null) yield* versionsIn(value as Record<string, unknown>);
  }
}

/** Dependencies that may change under our hands. */
export function loosePins(json: PackageJson): string[] {
  const wanted = KINDS.flatMap((kind) => Object.entries(json[kind] ?? {}));
  return [...wanted, ...versionsIn(json.overrides ?? {})]
    .filter(([, version]) => !EXACT.test(version))
    .map(([name, version]) => `${name} is pinned to "${version}", which is not one version`);
}

/** What is wrong with a lockfile that belongs to `json`. */
export function lockFaults(json: PackageJson, { lockfileVersion, packages = {} }: Lock): string[] {
  const faults = lockfileVersion === 3 ? [] : [`the lockfile has version ${lockfileVersion}, not 3`];
  for (const kind of KINDS) {
    const [wanted, held] = [json[kind] ?? {}, packages['']?.[kind] ?? {}];
    for (const name of new Set([...Object.keys(wanted), ...Object.keys(held)])) {
      if (wanted[name] !== held[name]) faults.push(`${name}: package.json and the lockfile differ; run npm install`);
      const installed = packages[`node_modules/${name}`]?.version;
      if (wanted[name] !== undefined && installed !== wanted[name]) {
        faults.push(`${name} is locked at ${installed ?? 'nothing'} instead of ${wanted[name]}`);
      }
    }
  }
  for (const [path, locked] of Object.entries(packages)) {
    if (path !== '') faults.push(...entryFaults(path, locked, packages));
  }
  return faults;
}

/** A package may carry others in its own archive: those have no digest of their own, and links lead to them. */
function entryFaults(path: string, { resolved, integrity, link }: Locked, packages: NonNullable<Lock['packages']>) {
  if (link) return isCarried(resolved ?? '', packages) ? [] : [`${path} is a link to ${resolved}`];
  const faults = resolved === undefined ? [] : [`${path} names the address that it came from`];
  if (!SHA512.test(integrity ?? '') && !isCarried(path, packages)) faults.push(`${path} has no SHA-512`);
  return faults;
}

const isCarried = (path: string, packages: NonNullable<Lock['packages']>): boolean =>
  Object.entries(packages).some(([other, { integrity }]) => {
    const within = path.startsWith(`${other}/`) && !path.slice(other.length).includes('/node_modules/');
    return other !== '' && within && integrity !== undefined;
  });
