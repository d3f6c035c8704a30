// Imported first: packages look at this once, when they are loaded. In development GraphQL looks for a second copy of itself at
// every value, which is a tenth of what it does.
process.env["NODE_ENV"] ??= "production";
