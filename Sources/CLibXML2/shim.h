// The parts of libxml2 that the reporting module uses.
//
// Debian builds libxml2 with ICU, so its encoding.h pulls in <unicode/ucnv.h>, whose types clash with those of
// Foundation's own ICU. Nothing here needs them: hide ICU before any other header of libxml2 is read.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlwriter.h>
