/** Makes names of files from keys: such as every file system takes, and each another. */
export function safeName(): (key: string) => string {
  const taken = new Set<string>();
  return (key) => {
    const plain = key.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/gu, '') || 'unknown';
    let name = plain;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain}-${n}`;
    taken.add(name.toLowerCase());
    return name;
  };
}
