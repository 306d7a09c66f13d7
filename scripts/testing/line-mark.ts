/** Begins each line that tests print inside an extension host, so that the host's own lines can be left out. */
export const LINE_MARK = '│ ';
