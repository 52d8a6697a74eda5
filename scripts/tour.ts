/** What `npm start` says to try, on files of `examples/`. Words only. */

export const tour = `
What to try there (on a Mac: Cmd for Ctrl):

  bad/trtc-restricted.cam.json       An underlined action cannot be restricted to a resource, so it is never allowed.
                                     Put the cursor on it and press Ctrl+. to split the statement.
  bad/mps-restricted.cam.json        The same for a whole product, and a misspelt action: Ctrl+. knows the right name.
  good/trtc-one-application.cam.json Behind the last action type  , "trtc:Desc  and behind the last resource  , "qcs:
                                     and see both complete. Rest the mouse on actions and resources.
`;
