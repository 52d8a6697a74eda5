/** The name, in the opened folder, of the file with what the tests came to: a web extension host writes nowhere else. */
export const resultsName = 'results.json';
