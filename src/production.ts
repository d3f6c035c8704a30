// Imported first: packages look at this once, when they are loaded. In development GraphQL looks for a second copy of itself
// in every value that it checks, which was a fifth of its own time in a profile.
process.env["NODE_ENV"] ??= "production";
