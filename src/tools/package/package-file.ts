/** Where the package is written when nobody says otherwise; the doctor looks there too. */
export const packageFile = 'staffroom-app.zip';
