/** A list of integers in one block of memory, which grows by doubling. */
export class Integers {
  data: Int32Array;
  length = 0;

  constructor(room: number) {
    this.data = new Int32Array(room);
  }

  push(value: number): void {
    if (this.length === this.data.length) {
      const larger = new Int32Array(Math.max(16, this.data.length * 2));
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.length++] = value;
  }

  /** Shortens it. */
  cut(length: number): void {
    this.length = length;
  }
}
