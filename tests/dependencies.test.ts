/** What is installed with the program: only what package.json names and what that needs, and none of it runs a script when it is installed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Package { readonly version?: string; readonly license?: string; readonly dev?: boolean; readonly optional?: boolean; readonly hasInstallScript?: boolean; readonly dependencies?: Record<string, string>; readonly optionalDependencies?: Record<string, string>; readonly resolved?: string; readonly integrity?: string }

const ROOT = join(import.meta.dirname, '..');
const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Record<string, Package> };

/** Where the package that one asks for by name is installed: beside it, or in a folder above. */
function found(from: string, name: string): string | undefined {
  for (let at = from; ; at = at.includes('/node_modules/') ? at.slice(0, at.lastIndexOf('/node_modules/')) : '') {
    const place = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (packages[place]) return place;
    if (at === '') return undefined;
  }
}

/** Everything that the program needs when it runs, by where it is installed. */
function closure(): Map<string, Package> {
  const out = new Map<string, Package>();
  const walk = (from: string, about: Package): void => {
    const wanted = { ...about.dependencies, ...about.optionalDependencies };
    for (const name of Object.keys(wanted)) {
      const place = found(from, name);
      if (place === undefined && about.optionalDependencies?.[name] !== undefined) continue;
      expect(place, `${name}, which ${from || 'the program'} needs, is not in package-lock.json`).toBeDefined();
      if (place === undefined || out.has(place)) continue;
      out.set(place, packages[place] ?? {});
      walk(place, packages[place] ?? {});
    }
  };
  walk('', { dependencies: packages['']?.dependencies ?? {} });
  return out;
}

describe('what is installed with the program', () => {
  const all = closure();

  it('is what the lock file marks as needed when the program runs', () => {
    expect(all.size).toBeGreaterThan(10);
    expect([...all].filter(([, p]) => p.dev === true).map(([place]) => place)).toEqual([]);
    expect(Object.entries(packages).filter(([place, p]) => place !== '' && p.dev !== true && !all.has(place)).map(([place]) => place)).toEqual([]);
  });

  it('runs no script when it is installed', () => {
    expect([...all].filter(([, p]) => p.hasInstallScript === true).map(([place]) => place)).toEqual([]);
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    for (const name of ['preinstall', 'install', 'postinstall', 'prepare']) expect(scripts).not.toHaveProperty(name);
  });

  it('is what it was when it was locked: every package has its hash', () => {
    expect([...all].filter(([, p]) => !/^sha512-/.test(p.integrity ?? '')).map(([place]) => place)).toEqual([]);
  });
});
