import { reasonOf } from '../errors.ts';
import type { VectorTable } from '../vectorTable.ts';
import { KernelTable } from './kernelTable.ts';
import { PlainTable } from './plainTable.ts';

/** The kernel's table; where that cannot run, the plain one, which gives the same answers more slowly. */
export function createTable(open: () => VectorTable = () => new KernelTable()): VectorTable {
  try {
    return open();
  } catch (error) {
    console.warn(`Gurn: faces are compared without SIMD: ${reasonOf(error)}`);
    return new PlainTable();
  }
}
