/**
 * Methods that Kirby's own classes have besides those that are answered here, in lower case: a
 * content field of such a name cannot be asked for by a query.
 */
export const coreMethods = {
  /** Pages and the site. */
  model: namesIn(`
    apiurl blueprint blueprints breadcrumb cacheid changenum changes changeslug changesort
    changestatus changetemplate changetitle clone content contentfile contentfiledirectory
    contentfileextension contentfilename contentfiles controller copy create createchild createfile
    createnum createtranslation decrement delete deletetranslation depth dirname diruri draft
    duplicate errorpage errorpageid errors exists factory findopen findpageordraft hasaudio hascode
    hasdocuments hasfiles hasimages haslistedchildren hasmethod hasnext hasnextlisted
    hasnextunlisted hasprev hasprevlisted hasprevunlisted hastemplatesiblings hasunlistedchildren
    hasvideos homepage homepageid id increment indexof inventory is isaccessible isactive
    isancestorof iscacheable ischildof iscurrent isdescendantof isdescendantofactive isfirst
    ishomeorerrorpage islast islistable islocked ismovableto isnth isopen ispublished isreadable
    issortable isunsaved isvalid isvirtual kirby lock markasnew mediaroot mediaurl model modified
    move next nextall nextlisted nextunlisted page pages panel parentcollection parentmodel
    permalink permissions prev prevall prevlisted prevunlisted previewurl propertytoarray publish
    purge query readcontent render representation root save savecontent schema search site slugs
    storage templatesiblings toarray token tosafestring tostring translation translations unpublish
    update url users uuid validate version versions visit writecontent`),
  file: namesIn(`
    apiurl asarray asset blueprint blur bw changename changes changesort changetemplate clone
    content contentfile contentfiledirectory contentfileextension contentfilename copy create crop
    decrement delete dimensions download errors exif exists factory focuscrop grayscale greyscale
    hasmethod hasnext hasprev height html increment indexof is isaccessible isfirst islandscape
    islast islistable islocked isnth isorientation isportrait ispreviewable isreadable isresizable
    issquare isvalid isviewable kirby kt lock manipulate mediadir mediahash mediaroot mediatoken
    mediaurl meta mime model modified move next nextall nicesize orientation page panel
    parentcollection parentid permalink permissions prev prevall previewurl publish purge quality
    query ratio read render replace resize root save sha1 sharpen site size srcset storage
    templatesiblings thumb thumbname toarray tosafestring tostring translation translations
    unpublish update uri url uuid version versions width writecontent`),
  /** Entries of a structure. */
  row: namesIn(`
    content factory field hasmethod hasnext hasprev indexof is isfirst islast isnth kirby next
    nextall parent permalink prev prevall siblings site toarray todate tostring`),
};

function namesIn(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
