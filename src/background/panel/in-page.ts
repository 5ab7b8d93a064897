/** Whether this browser has what makes a panel in a page safe: names of documents, and sight of what covers a frame. */
export const inPage = true;
