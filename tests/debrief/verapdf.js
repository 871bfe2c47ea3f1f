// Asks veraPDF about files: `profile path ...`, for each a line of JSON with what breaks which rule.
// Rhino, which is in the same archive as veraPDF, reads this: no compiler is needed.
var v = Packages.org.verapdf;
v.gf.foundry.VeraGreenfieldFoundryProvider.initialise();
var foundry = v.pdfa.Foundries.defaultInstance();
for (var at = 0; at + 1 < arguments.length; at += 2) {
  var flavour = v.pdfa.flavours.PDFAFlavour.byFlavourId(arguments[at]);
  var parser = foundry.createParser(new java.io.File(arguments[at + 1]), flavour);
  var found = [];
  try {
    var result = foundry.createValidator(flavour, false).validate(parser);
    var broken = result.getTestAssertions().iterator();
    while (broken.hasNext()) {
      var each = broken.next();
      found.push(each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber() + " " + each.getMessage());
    }
    if (!result.isCompliant() && !found.length) found.push("not compliant");
    if (!result.getTotalAssertions()) found.push("nothing was looked at");
  } finally {
    parser.close();
  }
  print(JSON.stringify({ profile: String(arguments[at]), path: String(arguments[at + 1]), faults: found }));
}
