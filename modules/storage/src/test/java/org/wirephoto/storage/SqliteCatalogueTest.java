package org.wirephoto.storage;

import java.io.IOException;
import java.nio.file.Path;

class SqliteCatalogueTest extends CatalogueContract {
    @Override
    Catalogue open() throws IOException {
        return openCopy(folder.resolve("wirephoto.db"));
    }

    @Override
    Catalogue openCopy(Path file) throws IOException {
        return SqliteCatalogue.open(file, StorageSettings.DEFAULT.withEventHistory(HISTORY));
    }
}
