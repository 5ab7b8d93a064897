// What has to happen before anything is installed: plain JavaScript, Node's own modules only.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** npm writes this file last: it is there and newer than the lockfile exactly when an installation is complete. */
function isInstalled() {
  const marker = join(root, 'node_modules', '.package-lock.json');
  return existsSync(marker) && statSync(marker).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

function run(command, args) {
  const shell = process.platform === 'win32';
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell });
  if (error) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
}

/** Installs the npm packages where they are missing, then runs a TypeScript tool with this command's arguments. */
export function runTool(tool) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Gurn needs Node 20.19 or newer; this is ${process.versions.node}.`);
    process.exit(1);
  }
  if (!isInstalled()) {
    console.log('Installing packages (once) ...');
    run('npm', ['ci', '--no-audit', '--no-fund']);
  }
  run('npx', ['--no-install', 'tsx', tool, ...process.argv.slice(2)]);
}
